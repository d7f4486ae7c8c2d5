// Open a page of `medcite report` in Chromium and print what is seen and done there as JSON.
// node browser.mjs CHROMIUM MODULES PAGE; MODULES is the folder of playwright-core and axe-core.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [, , executablePath, modules, file] = process.argv;
const require = createRequire(`${modules}/`);
const { chromium } = require(`${modules}/playwright-core`);
const axe = readFileSync(`${modules}/axe-core/axe.min.js`, "utf8");
const address = pathToFileURL(file).href;
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const result = { errors: [], requests: [], violations: [], overflows: [] };

const open = async (options) => {
  const page = await browser.newPage(options);
  page.on("pageerror", (error) => result.errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && result.errors.push(message.text()));
  page.on("request", (request) => request.url() !== address && result.requests.push(request.url()));
  await page.goto(address);
  return page;
};

for (const [colorScheme, width] of [["light", 1200], ["dark", 1200], ["light", 390]]) {
  const page = await open({ colorScheme, viewport: { width, height: 900 } });
  await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run());
  const name = `${colorScheme} ${width}`;
  result.violations.push(...found.violations.map((each) => `${name}: ${each.id} ${each.nodes[0].html}`));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0) result.overflows.push(name);
  await page.close();
}

const page = await open({});
const rows = () => page.evaluate(() =>
  [...document.querySelectorAll(".records tbody tr")].map((row) => [...row.cells].map((cell) => cell.innerText)));
const status = () => page.textContent("#status");
result.first = { rows: await rows(), status: await status() };
await page.click("text=First author");
result.byAuthor = await rows();
await page.click("text=First author");
result.byAuthorDown = await rows();
result.sorted = await page.evaluate(() =>
  [...document.querySelectorAll(".records th")].map((head) => head.getAttribute("aria-sort")));
await page.fill("#words", "ioannidis false");
result.found = { rows: await rows(), status: await status() };
await page.fill("#words", "no such words");
result.nothing = await status();
await page.click("text=Reset");
await page.waitForFunction(() => !document.getElementById("words").value);
await page.click('[data-mark="0"]');
await page.waitForTimeout(50);
result.retracted = await rows();
result.links = await page.evaluate(() =>
  [...document.querySelectorAll(".records .links a")].map((link) => link.href));

const keys = await open({});
await keys.keyboard.press("Tab");
result.skip = await keys.evaluate(() => document.activeElement.textContent);
await keys.keyboard.press("Enter");
await keys.waitForFunction(() => location.hash === "#main");

// How long the slowest of some actions keeps the page busy, in milliseconds.
const speed = await open({});
result.slowest = await speed.evaluate(() => {
  const at = (id) => document.getElementById(id);
  const type = (id, value) => {
    at(id).value = value;
    at(id).dispatchEvent(new Event("input"));
  };
  const heads = [...document.querySelectorAll(".records th button")];
  const actions = [
    ...heads.map((head) => () => head.click()), () => type("words", "a"), () => type("words", "ab"),
    () => type("words", ""), () => type("from", "2000"), () => at("last").click(), () => at("first").click(),
  ];
  return Math.max(...actions.map((action) => {
    const start = performance.now();
    action();
    document.body.getBoundingClientRect(); // lays the page out
    return performance.now() - start;
  }));
});

const scriptless = await browser.newContext({ javaScriptEnabled: false });
const still = await scriptless.newPage();
await still.goto(address);
result.withoutScript = await still.locator("body").innerText();
await browser.close();
console.log(JSON.stringify(result));
