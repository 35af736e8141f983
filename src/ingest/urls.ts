/** Query parameters that name a campaign, a reader or a click, never a page. Prefixes end in "*". */
const tracking =
  "utm_* mtm_* pk_* piwik_* matomo_* hsa_* _hs* at_* ga_* itm_* wt_* fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid igshid igsh yclid ysclid _openstat from_openstat mc_cid mc_eid mkt_tok vero_id oly_anon_id oly_enc_id rb_clickid s_cid ncid cmpid cmp icid ocid smid partner sref soc_src soc_trk xtor ref_src ref_url referrer feature_src traffic_source _ga _gl spm share_source".split(
    " ",
  );
const names = new Set(tracking.filter((name) => !name.endsWith("*")));
const prefixes = tracking.filter((name) => name.endsWith("*")).map((name) => name.slice(0, -1));

/**
 * One form for the addresses of one page: tracking parameters, fragment, default port and "www." gone, query sorted, https for http.
 * For comparing only: what is fetched and shown is the address as published. Undefined for what is no web address.
 */
export function cleanUrl(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  const kept = [...url.searchParams].filter(([name]) => !isTracking(name.toLowerCase())).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = kept.length === 0 ? "" : `?${new URLSearchParams(kept)}`;
  // A fragment names a page only where a script routes by it.
  const fragment = /^#!/.test(url.hash) ? url.hash : "";
  return `https://${url.host.replace(/^www\./, "")}${url.pathname}${query}${fragment}`;
}

function isTracking(name: string): boolean {
  return names.has(name) || prefixes.some((prefix) => name.startsWith(prefix));
}

/** Second-level domains under which anybody may register. A short list of those that news is published under. */
const sharedSuffixes =
  /\.(?:(?:co|com|net|org|gov|edu|ac|or|ne|go|in|kiev|kyiv|lviv|odessa|dp|kharkov)\.[a-z]{2}|blogspot\.com|wordpress\.com|substack\.com|medium\.com|github\.io|livejournal\.com|tumblr\.com)$/;

/** "bbc.co.uk" of "news.bbc.co.uk": the part that has one owner. */
export function ownerDomain(hostname: string): string {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  const labels = host.split(".");
  return labels.slice(sharedSuffixes.test(`.${host}`) ? -3 : -2).join(".");
}

/** True when both addresses belong to one owner. */
export function sameOwner(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || !URL.canParse(a) || !URL.canParse(b)) return false;
  return ownerDomain(new URL(a).hostname) === ownerDomain(new URL(b).hostname);
}

/** True for a home page: a canonical link there names no article. */
export function isHomePage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.search === "" && /^\/(?:[a-z]{2}\/?|index\.\w+)?$/i.test(url.pathname);
}
