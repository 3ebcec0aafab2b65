/* Reads an index of sitemaps with the parser of the npm package `sitemap`, which stops at whatever the protocol has not.

   node read_sitemap_index.cjs NODE_MODULES < sitemap.xml: prints its entries as JSON. */

const path = require("node:path");
const { ErrorLevel, XMLToSitemapIndexStream } = require(path.join(process.argv[2], "sitemap"));

async function main() {
    const entries = [];
    const reader = new XMLToSitemapIndexStream({ level: ErrorLevel.THROW, logger: false });
    for await (const entry of process.stdin.pipe(reader)) entries.push(entry);
    console.log(JSON.stringify(entries));
}

main().catch((problem) => {
    console.error(String(problem));
    process.exit(1);
});
