// Opens pages of a careers site as files in one headless Chromium and prints as JSON what axe and the browser say of each,
// and what happens when somebody searches by keyboard.
// Usage: node check_site.cjs TOOLS_FOLDER CHROMIUM SITE_FOLDER PAGE ...   (pages by their path in the site, index.html first)
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { createRequire } = require("node:module");
const { pathToFileURL } = require("node:url");

const [toolsFolder, chromiumPath, siteFolder, ...pages] = process.argv.slice(2);
const tools = createRequire(path.join(path.resolve(toolsFolder), "package.json"));
const { chromium } = tools("playwright-core");
const axe = fs.readFileSync(tools.resolve("axe-core/axe.min.js"), "utf8");
const root = pathToFileURL(path.resolve(siteFolder)).href + "/";

const views = [390, 1280].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

async function open(browser, name, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  const seen = { requests: [], complaints: [] };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("console", (message) => seen.complaints.push(message.text()));
  page.on("pageerror", (error) => seen.complaints.push(String(error)));
  page.on("requestfailed", (request) => seen.complaints.push(`failed: ${request.url()}`));
  await page.goto(root + name);
  return { page, seen };
}

// The target size of WCAG 2.2 is off by default. Axe may not load the style sheets again: the security policy forbids it.
async function look(page, view) {
  await page.setViewportSize({ width: view.width, height: 900 });
  await page.emulateMedia({ colorScheme: view.colorScheme });
  const result = await page.evaluate(() => axe.run({ preload: false, rules: { "target-size": { enabled: true } } }));
  const named = (rules) => rules.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).join(" ")}`);
  return {
    ...view,
    violations: named(result.violations),
    undecidedContrast: named(result.incomplete.filter((rule) => rule.id === "color-contrast")),
    passed: result.passes.length,
    isTooWide: await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth),
  };
}

async function check(browser, name) {
  const { page, seen } = await open(browser, name);
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter((font) => font.status === "loaded").length;
  });
  await page.evaluate(axe); // as a debugger would: the page's security policy stays in force
  const looks = [];
  for (const view of views) {
    looks.push(await look(page, view));
  }
  await page.close();
  const outside = seen.requests.filter((url) => !url.startsWith(root) || !fs.existsSync(new URL(url)));
  return { page: name, looks, fonts, outside, complaints: seen.complaints };
}

const state = (page) =>
  page.evaluate(() => ({
    count: document.getElementById("count").textContent,
    found: [...document.querySelectorAll("#found > li")].map((card) => card.outerHTML),
    isListShown: !document.getElementById("jobs").hidden,
    isEmptyShown: !document.getElementById("none").hidden,
    hash: location.hash,
    focus: document.activeElement.id,
    chunks: document.querySelectorAll("script[src^='search/']").length,
  }));

// Typing is answered after a moment, and the data may be on its way.
async function settled(page) {
  const said = () => page.evaluate(() => document.getElementById("count").textContent);
  let [before, now] = ["", " "];
  while (before !== now || now.startsWith("Loading")) {
    await page.waitForTimeout(400);
    [before, now] = [now, await said()];
  }
}

// Only the keyboard is used: a word, then from filter to filter, then the results, then everything cleared.
async function search(browser) {
  const { page, seen } = await open(browser, "index.html");
  const steps = { start: await state(page) };
  steps.cards = await page.evaluate(() => [...document.querySelectorAll("#jobs > li")].map((card) => card.outerHTML.replace(/>\s+</g, "><")));
  const order = [];
  for (let press = 0; press < 10; press += 1) {
    await page.keyboard.press("Tab");
    order.push(await page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim()));
    if (order.at(-1) === "q") {
      break;
    }
  }
  await page.keyboard.type("JOSE péna");
  await settled(page);
  steps.word = await state(page);
  for (const id of ["place", "specialization", "type", "workplace", "pay", "per"]) {
    await page.keyboard.press("Tab");
    order.push(await page.evaluate(() => document.activeElement.id));
    if (id === "place") {
      await page.keyboard.type("Colorado");
      await settled(page);
      steps.place = await state(page);
    }
    if (id === "pay") {
      await page.keyboard.type("$40");
    }
  }
  await settled(page);
  steps.pay = await state(page);
  await page.keyboard.type("a year");
  await settled(page);
  steps.year = await state(page);
  await page.keyboard.press("Tab");
  order.push(await page.evaluate(() => document.activeElement.id));
  await page.keyboard.press("Enter");
  await settled(page);
  steps.cleared = await state(page);
  await page.keyboard.type("zzzz");
  await settled(page);
  steps.none = await state(page);
  await page.close();
  return { steps, order, complaints: seen.complaints };
}

// A search that somebody shared, one for a place without openings, an amount that is none, and data that cannot be loaded.
async function addresses(browser) {
  const found = {};
  const hashes = { shared: "#q=manager&type=full-time", lost: "#place=utah", amount: "#pay=much", anchor: "#main" };
  for (const [name, hash] of Object.entries(hashes)) {
    const { page } = await open(browser, `index.html${hash}`);
    await settled(page);
    found[name] = await state(page);
    found[name].problem = await page.evaluate(() => !document.getElementById("pay-problem").hidden);
    await page.close();
  }
  const page = await browser.newPage();
  await page.route("**/search/*", (route) => route.abort());
  await page.goto(`${root}index.html#q=manager`);
  await settled(page);
  found.broken = await state(page);
  await page.close();
  return found;
}

// With the focus anywhere on a phone, the bar with the button must not hide it (WCAG 2.2, 2.4.11).
async function phone(browser, name) {
  const { page } = await open(browser, name, { viewport: { width: 390, height: 700 }, reducedMotion: "reduce" });
  const hidden = [];
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press("Tab");
    const covered = await page.evaluate(() => {
      const element = document.activeElement;
      const box = element.getBoundingClientRect();
      const bar = document.querySelector(".bar")?.getBoundingClientRect();
      return element.tagName !== "BODY" && bar && !element.closest(".bar") && box.top >= bar.top && box.bottom <= bar.bottom ? element.outerHTML : "";
    });
    hidden.push(...(covered ? [covered] : []));
  }
  const bar = await page.evaluate(() => document.querySelector(".bar")?.getBoundingClientRect().height ?? 0);
  await page.close();
  return { hidden, bar };
}

async function withoutScript(browser) {
  const { page } = await open(browser, "index.html", { javaScriptEnabled: false });
  const found = { form: await page.locator("#search").isVisible(), cards: await page.locator("#jobs > li").count(), links: await page.locator(".browse a").count() };
  await page.close();
  return found;
}

async function main() {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
  const all = { pages: [] };
  for (const name of pages) {
    all.pages.push(await check(browser, name));
  }
  all.search = await search(browser);
  all.addresses = await addresses(browser);
  all.phone = await phone(browser, pages.find((name) => name.startsWith("jobs/")));
  all.withoutScript = await withoutScript(browser);
  await browser.close();
  process.stdout.write(JSON.stringify(all));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
