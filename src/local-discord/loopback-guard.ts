/**
 * Whether a request comes from a program or page of this machine that means us.
 *
 * Listening on 127.0.0.1 keeps other machines out, but not other web sites: a page anywhere can make its reader's
 * browser send requests to a port of the reader's machine, and a name of its own that it points at 127.0.0.1 makes
 * those requests look like its own. So the name that was asked for must be ours, and where a browser tells the page
 * that asks, that must be the one we serve: another program's page on this machine is as foreign as any.
 */
export function isFromThisMachine(headers: {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
}): boolean {
  const { host, origin } = headers;
  return isOurs(host) && (origin === undefined || origin === `http://${host}`);
}

function isOurs(host: string | undefined): boolean {
  return host !== undefined && /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host);
}
