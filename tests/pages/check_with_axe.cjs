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

async function check(browser, file) {
  const page = await browser.newPage();
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  const address = pathToFileURL(path.resolve(file)).href;
  await page.goto(address);
  await page.evaluate(axe);
  const looks = [];
  for (const view of views) {
    looks.push(await look(page, view));
  }
  await page.close();
  return { page: path.basename(file), looks, requests: requests.filter((url) => url !== address && !url.startsWith("data:")) };
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
