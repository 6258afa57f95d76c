// Saves findings as a CSV file, which is created in the browser.

const COLUMNS = ['record', 'line', 'key', 'field', 'rule', 'severity', 'message', 'value'];

// A spreadsheet would evaluate text that begins with one of these characters as a formula.
const cell = (/** @type {any} */ value) => {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** @param {any[]} findings @param {string} name */
export function saveFindings(findings, name) {
  const text = [COLUMNS, ...findings.map((finding) => COLUMNS.map((column) => finding[column]))]
    .map((row) => row.map(cell).join(','))
    .join('\r\n');
  const address = URL.createObjectURL(new Blob(['\uFEFF', text, '\r\n'], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
