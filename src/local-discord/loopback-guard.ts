/**
 * Whether a request comes from a program or page of this machine that means us.
 *
 * Listening on 127.0.0.1 keeps other machines out, but not other web sites: a page anywhere can make its reader's
 * browser send requests to a port of the reader's machine, and a name of its own that it points at 127.0.0.1 makes
 * those requests look like its own. So the name that was asked for must be ours, and where a browser tells the page
 * that asks, that must be ours too.
 */
export function isFromThisMachine(headers: {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
}): boolean {
  return (
    isOurs(headers.host) && (headers.origin === undefined || isOurs(headers.origin.replace(/^http:\/\//, '')))
  );
}

function isOurs(host: string | undefined): boolean {
  return host !== undefined && /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host);
}
