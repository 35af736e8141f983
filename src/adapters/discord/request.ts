import { DefaultRestOptions, type RESTOptions } from "discord.js";

/**
 * The library's own request. The library reads how long to wait from a header alone and takes a 429 without one for a ban, so where a
 * proxy dropped the headers, the time in the body takes their place.
 */
export const request: RESTOptions["makeRequest"] = async (url, init) => {
  const answer = await DefaultRestOptions.makeRequest(url, init);
  if (answer.status !== 429 || answer.headers.has("retry-after")) return answer;
  const text = await answer.text();
  const headers = new Headers([...answer.headers]);
  for (const [name, value] of Object.entries(limitIn(text))) headers.set(name, value);
  return new Response(text, { status: answer.status, headers });
};

/** `{ retry_after, global }`, in seconds: topics/rate-limits. A firewall's page has neither. */
function limitIn(text: string): Readonly<Record<string, string>> {
  try {
    const { retry_after: seconds, global: isGlobal } = JSON.parse(text) as { retry_after?: unknown; global?: unknown };
    if (typeof seconds !== "number" || !(seconds > 0)) return {};
    return { "retry-after": `${seconds}`, ...(isGlobal === true && { "x-ratelimit-global": "true" }) };
  } catch {
    return {};
  }
}
