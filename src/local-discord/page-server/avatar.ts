const COLORS = ['#5865f2', '#3b7d4f', '#b4472f', '#8a5a00', '#a03472', '#2f6f8f', '#6b4fa0'];

/** A round picture with a name's first letter, the same for the same name. Discord's own pictures are on the web. */
export function avatarSvg(name: string): string {
  const letter = [...name.toUpperCase()].find((one) => /[\p{L}\p{N}]/u.test(one)) ?? '?';
  const sum = [...name].reduce((total, one) => total + (one.codePointAt(0) ?? 0), 0);
  const color = COLORS[sum % COLORS.length] ?? '#5865f2';
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80">' +
    `<rect width="80" height="80" fill="${color}"/>` +
    '<text x="40" y="54" font-family="Helvetica Neue,Helvetica,Arial,sans-serif" font-size="40" ' +
    `font-weight="600" text-anchor="middle" fill="#fff">${letter}</text></svg>`
  );
}
