// Uses /swagger as a newcomer does: presses Authorize in each way the page offers, tries requests out as they stand, and looks at what comes back.
// Where a folder is given, it leaves screenshots there.
import { chromium } from "playwright-core";

const [base, shots] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const faults = [];

async function page() {
  const context = await browser.newContext({ viewport: { width: 1300, height: 1000 } });
  const opened = await context.newPage();
  opened.setDefaultTimeout(60000);
  opened.on("console", message => message.type() === "error" && !/status of 4\d\d/.test(message.text()) && faults.push(`console: ${message.text()}`));
  opened.on("pageerror", fault => faults.push(`page: ${fault}`));
  await opened.goto(`${base}/swagger/index.html`);
  await opened.waitForSelector(".opblock-tag");
  return opened;
}

const scheme = (opened, name) => opened.locator(".auth-container").filter({ has: opened.locator("h4", { hasText: new RegExp(`^\\s*${name}\\s*\\(`) }) });

async function authorize(opened, name, fill) {
  await opened.click("button.authorize");
  const box = scheme(opened, name);
  await fill(box);
  await box.locator("button.authorize").click();
  await box.locator("button", { hasText: "Logout" }).waitFor();
  if (shots) await opened.screenshot({ path: `${shots}/authorize-${name}.png` });
  await opened.locator("button.btn-done").first().click();
}

// The choices that an operation offers in lists: a dataset, the example of a period, a media type, the example of a body.
async function choose(block, { dataset, period, mediaType, example } = {}) {
  if (dataset) await block.locator("tr[data-param-name=dataset] select").selectOption(dataset);
  if (period) await block.locator("tr[data-param-name=period] .examples-select select").selectOption(period);
  if (mediaType) await block.locator(".opblock-section-request-body .opblock-section-header select").first().selectOption(mediaType);
  if (example) await block.locator(".opblock-section-request-body .examples-select select").first().selectOption(example);
}

async function execute(opened, operation, expected, choices) {
  const block = opened.locator(`[id$="-${operation}"].opblock`);
  await block.scrollIntoViewIfNeeded();
  await block.locator(".opblock-summary-control").click();
  // An operation that was tried before is still open for trying.
  if (await block.locator("button.try-out__btn.cancel").count() === 0) await block.locator("button.try-out__btn").click();
  await choose(block, choices);
  await block.locator("button.execute").click();
  const status = block.locator(".live-responses-table .response-col_status").last();
  await status.waitFor();
  const got = parseInt(await status.innerText(), 10);
  if (!expected.includes(got)) faults.push(`${operation}: ${got}, and not ${expected}: ${await block.locator(".live-responses-table").innerText()}`);
  if (shots) await block.screenshot({ path: `${shots}/${operation}.png` });
  await block.locator(".opblock-summary-control").click();
}

const first = await page();
if (shots) await first.screenshot({ path: `${shots}/swagger.png`, fullPage: true });

await authorize(first, "ApiKey", box => box.locator("input").first().fill("demo-social-care"));
await execute(first, "checkReturn", [200], { example: "statutory-visits", period: "interval" });
// One visit in the place of a month's is stored; it is held (202) where the demonstration has filled the month by then.
await execute(first, "submitReturn", [200, 201, 202], { example: "statutory-visits", period: "interval" });
await execute(first, "checkReturn", [200], { dataset: "open-cases", example: "open-cases", period: "day" });
await execute(first, "checkReturn", [200], { dataset: "strategy-meetings", example: "strategy-meetings", period: "interval", mediaType: "text/csv" });
await execute(first, "getDataset", [200]);

await first.context().close();
const basic = await page();
await authorize(basic, "Basic", async box => {
  await box.locator("input[name=username]").fill("demo-board");
  await box.locator("input[name=password]").fill("demo-board");
});
await execute(basic, "listIndicatorValues", [200]);

await basic.context().close();
const tokens = await page();
await authorize(tokens, "OAuth2", async box => {
  await box.locator("input[data-name=clientId]").fill("demo-board");
  await box.locator("input[data-name=clientSecret]").fill("demo-board");
});
await execute(tokens, "listIndicatorValues", [200]);

await browser.close();
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
console.log("/swagger: authorized by key, Basic and OAuth, checked and submitted the example, read figures");
