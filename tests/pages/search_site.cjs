// Opens the list of a careers site once for each search in its address, in one headless Chromium, and prints as JSON what it finds.
// Usage: node search_site.cjs TOOLS_FOLDER CHROMIUM SITE_FOLDER SEARCH ...   (searches as they stand behind #: q=nurse&type=contract)
"use strict";

const path = require("node:path");
const { createRequire } = require("node:module");
const { pathToFileURL } = require("node:url");

const [toolsFolder, chromiumPath, siteFolder, ...searches] = process.argv.slice(2);
const { chromium } = createRequire(path.join(path.resolve(toolsFolder), "package.json"))("playwright-core");
const list = `${pathToFileURL(path.resolve(siteFolder)).href}/index.html`;

const state = (page) =>
  page.evaluate(() => ({
    count: document.getElementById("count").textContent,
    found: [...document.querySelectorAll("#found h2 a")].map((link) => link.textContent),
    isListShown: !document.getElementById("jobs").hidden,
    isEmptyShown: !document.getElementById("none").hidden,
  }));

async function main() {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(list);
  const found = {};
  for (const search of searches) {
    await page.evaluate((hash) => { location.hash = hash; }, search);
    await page.waitForFunction(() => / of \d+ openings?$/.test(document.getElementById("count").textContent));
    await page.waitForTimeout(100);
    found[search] = await state(page);
  }
  await page.evaluate(() => { location.hash = "q=zzzzzz"; });
  await page.locator("#restart").click();
  const restarted = { ...(await state(page)), hash: await page.evaluate(() => location.hash), typed: await page.locator("#q").inputValue() };
  await browser.close();
  process.stdout.write(JSON.stringify({ found, restarted, complaints }));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
