const LINK = /^#link=([A-Za-z0-9_-]{43})$/;

/** The secret of a one-time link, from the page's fragment: a fragment is never sent, so no log has it. */
export function linkToken(hash: string): string | undefined {
  return LINK.exec(hash)?.[1];
}
