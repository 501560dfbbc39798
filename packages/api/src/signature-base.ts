/** What a signature may cover, of RFC 9421 §2: header fields by lower-case name, and these derived components. */
export type SignedMessage = {
  method: string;
  /** Host and port as the client addresses them, lower-case, without the default port (§2.2.3). */
  authority: string;
  /** Absolute path without query (§2.2.6). */
  path: string;
  /** Query with its "?", or "?" alone when there is none (§2.2.7). */
  query: string;
  header(name: string): string | undefined;
};

/**
 * Signature base of RFC 9421 §2.5: one line per covered component, then the parameters, joined by "\n" without a final one.
 * `params` is the text that follows the label in Signature-Input, byte for byte. Throws `TypeError` when a component is absent
 * or holds a line break.
 */
export function signatureBase(message: SignedMessage, components: readonly string[], params: string): string {
  const lines = components.map((component) => `"${component}": ${componentValue(message, component)}`);
  return [...lines, `"@signature-params": ${params}`].join("\n");
}

function componentValue(message: SignedMessage, component: string): string {
  const value = component.startsWith("@") ? derived(message, component) : message.header(component)?.trim();
  if (value === undefined) throw new TypeError(`Cannot build a signature base: component "${component}" is absent`);
  if (/[\r\n]/.test(value))
    throw new TypeError(`Cannot build a signature base: component "${component}" breaks a line`);
  return value;
}

function derived(message: SignedMessage, component: string): string | undefined {
  switch (component) {
    case "@method":
      return message.method;
    case "@authority":
      return message.authority;
    case "@path":
      return message.path;
    case "@query":
      return message.query;
    default:
      return undefined;
  }
}
