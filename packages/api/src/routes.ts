/**
 * Every URL of the product, once. `web`, `cli`, tests and the server read this table; the OpenAPI file is made from the
 * same schemas. Reads answer 200; commands answer 200 with the spine's answer, refusals included; bad input 4xx + Problem.
 */
export const routes = {
  status: { method: "GET", path: "/api/status" },
  session: { method: "GET", path: "/api/session" },
  sessionEnd: { method: "DELETE", path: "/api/session" },
  sessionLink: { method: "POST", path: "/api/session/link" },
  passkeyRegisterOptions: { method: "POST", path: "/api/session/passkeys/options" },
  passkeyRegister: { method: "POST", path: "/api/session/passkeys" },
  passkeySignInOptions: { method: "POST", path: "/api/session/passkey/options" },
  passkeySignIn: { method: "POST", path: "/api/session/passkey" },
  secondOfficer: { method: "POST", path: "/api/session/second" },
  passage: { method: "POST", path: "/api/passages" },
  passages: { method: "GET", path: "/api/passages" },
  override: { method: "POST", path: "/api/passages/:number/override" },
  codes: { method: "GET", path: "/api/codes" },
  answer: { method: "GET", path: "/api/answers/:key" },
  stays: { method: "GET", path: "/api/stays" },
  entries: { method: "GET", path: "/api/entries" },
  entry: { method: "GET", path: "/api/entries/:number" },
  bundle: { method: "GET", path: "/api/bundle" },
  checkpoint: { method: "GET", path: "/api/checkpoint" },
  decision: { method: "POST", path: "/api/decisions/:zone/:side/:name" },
  rulebookAdopt: { method: "POST", path: "/api/rulebooks" },
  visitorCheck: { method: "GET", path: "/api/visitor/check" },
  visitorPass: { method: "GET", path: "/api/visitor/pass/:code" },
  watchlist: { method: "GET", path: "/api/watchlist" },
  watchlistAdd: { method: "POST", path: "/api/watchlist" },
  watchlistWithdraw: { method: "POST", path: "/api/watchlist/:id/withdraw" },
  officers: { method: "GET", path: "/api/officers" },
  officerAdd: { method: "POST", path: "/api/officers" },
  officerInvite: { method: "POST", path: "/api/officers/:id/invitation" },
  passkeyRevoke: { method: "POST", path: "/api/passkeys/:credential/revoke" },
  officerRevoke: { method: "POST", path: "/api/officers/:id/revoke" },
  devices: { method: "GET", path: "/api/devices" },
  deviceAdd: { method: "POST", path: "/api/devices" },
  deviceRevoke: { method: "POST", path: "/api/devices/:id/revoke" },
  personErase: { method: "POST", path: "/api/persons/:token/erase" },
  openapi: { method: "GET", path: "/api/openapi.json" },
} as const;

export type RouteName = keyof typeof routes;
