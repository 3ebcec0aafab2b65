// Opens pages in one headless Chromium, in light and dark, on a phone and a desk, and prints what axe finds as JSON.
// Usage: node check_with_axe.cjs TOOLS_FOLDER CHROMIUM PAGE.html ...
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { createRequire } = require("node:module");
const { pathToFileURL } = require("node:url");

const [toolsFolder, chromiumPath, ...files] = process.argv.slice(2);
const tools = createRequire(path.join(path.resolve(toolsFolder), "package.json"));
const { chromium } = tools("playwright-core");
const axe = fs.readFileSync(tools.resolve("axe-core/axe.min.js"), "utf8");

const views = [390, 1280].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

async function look(page, view) {
  await page.setViewportSize({ width: view.width, height: 900 });
  await page.emulateMedia({ colorScheme: view.colorScheme });
  const result = await page.evaluate(() => axe.run());
  return {
    ...view,
    violations: result.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).join(" ")}`),
    passed: result.passes.length,
    isTooWide: await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth),
  };
}

// What the page's own security policy stops: a script and a picture that got into it somehow.
async function attack(page) {
  return page.evaluate(async () => {
    const blocked = [];
    document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "window.attacked = true";
    const picture = new Image();
    picture.src = "https://example.invalid/pixel.png";
    document.body.append(script, picture);
    await new Promise((done) => setTimeout(done, 100));
    return { attacked: window.attacked === true, blocked: blocked.sort() };
  });
}

async function check(browser, file) {
  const page = await browser.newPage();
  const requests = [];
  const complaints = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  const address = pathToFileURL(path.resolve(file)).href;
  await page.goto(address);
  await page.evaluate(axe); // as a debugger would: the page's security policy stays in force
  const looks = [];
  for (const view of views) {
    looks.push(await look(page, view));
  }
  const outside = requests.filter((url) => url !== address && !url.startsWith("data:"));
  const result = { page: path.basename(file), looks, requests: outside, complaints: [...complaints] };
  result.attack = await attack(page);
  await page.close();
  return result;
}

async function main() {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
  const all = [];
  for (const file of files) {
    all.push(await check(browser, file));
  }
  await browser.close();
  process.stdout.write(JSON.stringify(all));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
