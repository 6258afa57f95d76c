// Calls to the public API with the sign-in cookie. The pages use no other interface.

/** An error response of the API, or no response at all. */
export class ApiError extends Error {
  /**
   * @param {number} status The HTTP status; 0 without a response.
   * @param {string} title What happened, in a few words.
   * @param {string} detail What the reader can do.
   * @param {Record<string, any>} [problem] The whole problem document (RFC 9457).
   */
  constructor(status, title, detail, problem = {}) {
    super(title);
    this.status = status;
    this.detail = detail;
    this.problem = problem;
  }
}

/**
 * Adds query parameters to a path of the API. Parameters without a value are left out.
 * @param {string} path
 * @param {Record<string, string | number | null | undefined>} [parameters]
 */
export function buildUrl(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  return query.size ? `${path}?${query}` : path;
}

/**
 * Gets JSON.
 * @param {string} path
 * @param {Record<string, string | number | null | undefined>} [parameters]
 * @returns {Promise<any>}
 */
export const get = async (path, parameters) => (await getWhole(path, parameters)).json();

/**
 * Gets a response with its headers.
 * @param {string} path
 * @param {Record<string, string | number | null | undefined>} [parameters]
 */
export const getWhole = (path, parameters) =>
  ask(buildUrl(path, parameters), { headers: { Accept: 'application/json' } });

/**
 * Gets rows as CSV, which are a quarter as long as in JSON: for many rows of which little is needed.
 * @param {string} path
 * @param {Record<string, string | number | null | undefined>} [parameters]
 * @returns {Promise<Record<string, string>[]>} Each value as text; empty where there is none.
 */
export async function getRows(path, parameters) {
  const [names, ...rows] = readCsv(await (await getWhole(path, { ...parameters, format: 'csv' })).text());
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}

/** @param {string} text */
function readCsv(text) {
  const rows = /** @type {string[][]} */ ([]);
  let row = /** @type {string[]} */ ([]);
  for (const [whole, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (whole === '') break;
    // The service marks a text that a spreadsheet would take for a formula.
    row.push((quoted?.replaceAll('""', '"') ?? plain).replace(/^'(?=[=+\-@\t\r])/, ''));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/**
 * Sends a body. The API accepts the cookie only where the request changes nothing: …/check.
 * @param {string} path
 * @param {Record<string, string | null | undefined>} parameters
 * @param {Blob | string} body
 * @param {string} contentType
 * @param {AbortSignal} [signal] Aborts the request.
 * @returns {Promise<any>}
 */
export const send = async (path, parameters, body, contentType, signal) =>
  (
    await ask(buildUrl(path, parameters), {
      method: 'POST',
      body,
      signal,
      headers: { Accept: 'application/json', 'Content-Type': contentType },
    })
  ).json();

/**
 * @param {string} address
 * @param {RequestInit} request
 */
async function ask(address, request) {
  let response;
  try {
    response = await fetch(address, { credentials: 'same-origin', ...request });
  } catch {
    throw new ApiError(
      0,
      'The service is not answering',
      'It may be restarting, or this device may have lost its connection.',
    );
  }
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  throw new ApiError(
    response.status,
    problem.title ?? `The service answered ${response.status}`,
    problem.detail ?? '',
    problem,
  );
}
