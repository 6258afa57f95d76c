// The public API, as the pages ask it: with the cookie of the sign-in, and nothing that others could not ask.

/** Why the API did not answer with what was asked. */
export class ApiFault extends Error {
  /**
   * @param {number} status The HTTP status; 0 where there was no answer at all.
   * @param {string} title What happened.
   * @param {string} detail What can be done.
   * @param {Record<string, any>} [problem] All that the API said of it.
   */
  constructor(status, title, detail, problem = {}) {
    super(title);
    this.status = status;
    this.detail = detail;
    this.problem = problem;
  }
}

/**
 * An address of the API with parameters; those without a value are left out.
 * @param {string} path
 * @param {Record<string, string | number | null | undefined>} [parameters]
 */
export function addressOf(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  return query.size ? `${path}?${query}` : path;
}

/**
 * Reads JSON.
 * @param {string} path
 * @param {Record<string, string | number | null | undefined>} [parameters]
 * @returns {Promise<any>}
 */
export const get = async (path, parameters) => (await getWhole(path, parameters)).json();

/**
 * Reads an answer of which the headers say something too.
 * @param {string} path
 * @param {Record<string, string | number | null | undefined>} [parameters]
 */
export const getWhole = (path, parameters) => ask(addressOf(path, parameters), { headers: { Accept: 'application/json' } });

/**
 * Sends a body. The cookie counts only where the API changes nothing by it: …/check.
 * @param {string} path
 * @param {Record<string, string | null | undefined>} parameters
 * @param {Blob | string} body
 * @param {string} contentType
 * @param {AbortSignal} [signal] Stops it.
 * @returns {Promise<any>}
 */
export const send = async (path, parameters, body, contentType, signal) => (await ask(addressOf(path, parameters), { method: 'POST', body, signal, headers: { Accept: 'application/json', 'Content-Type': contentType } })).json();

/**
 * @param {string} address
 * @param {RequestInit} request
 */
async function ask(address, request) {
  let response;
  try {
    response = await fetch(address, { credentials: 'same-origin', ...request });
  } catch {
    throw new ApiFault(0, 'The service does not answer', 'It may be starting again, or this device may have lost its connection.');
  }
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  throw new ApiFault(response.status, problem.title ?? `The service answered ${response.status}`, problem.detail ?? '', problem);
}
