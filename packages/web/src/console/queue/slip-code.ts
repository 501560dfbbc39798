/** The code of a slip; a scanner may have put something before it. */
const CODE = /[A-Za-z0-9_-]{22}$/;

/** Name of the booking that a driver's code opens: SHA-256, as the journal has it. Undefined when the text holds no code. */
export async function bookingIn(text: string): Promise<string | undefined> {
  const code = CODE.exec(text.trim())?.[0];
  if (code === undefined) return undefined;
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code))).toHex();
}
