import { routes } from "@twinline/api";
import {
  type Administrator,
  administratorOf,
  askNode,
  openLink,
  sameOrigin,
} from "../../packages/cli/src/traffic/node-client.ts";
import { TestAuthenticator } from "../../packages/server/src/access/test-authenticator.ts";

type Options = { readonly challenge: string };

/** The first administrator of a fresh zone, as a person becomes one: by the link, then with a passkey of her own. */
export async function firstAdministrator(base: string, linkToken: string): Promise<Administrator> {
  return administratorOf(base, await firstSession(base, linkToken));
}

/** The cookie of her session. */
export async function firstSession(base: string, linkToken: string): Promise<string> {
  const link = await openLink(base, linkToken);
  const passkey = new TestAuthenticator(new URL(base).origin);
  const ask = async (
    path: string,
    cookie: string,
    body: unknown,
  ): Promise<{ body: unknown; cookie: string | undefined }> =>
    askNode(
      "POST",
      new URL(path, base).href,
      { ...sameOrigin(base), cookie, "idempotency-key": crypto.randomUUID() },
      JSON.stringify(body),
    );
  const creation = (await ask(routes.passkeyRegisterOptions.path, link, {})).body as Options;
  // NOTE: who came by link has proved herself by a key now; the answer carries the new session.
  const { cookie } = await ask(routes.passkeyRegister.path, link, passkey.create(creation.challenge));
  return cookie ?? "";
}
