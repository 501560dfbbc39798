import { type Static, Type } from "typebox";

const closed = { additionalProperties: false };
const base64url = (maxLength: number) => Type.String({ pattern: "^[A-Za-z0-9_-]+$", maxLength });

/** A deed that takes two officers, e.g. "passage.override/1204" or "rulebook.adopt". */
export const Act = Type.String({ pattern: "^[a-z_]{1,40}\\.[a-z_]{1,40}(/[A-Za-z0-9_-]{1,64})?$" });

/** Hash of what exactly a second officer signs, as `contentOf` makes it. */
export const Content = Type.String({ pattern: "^[0-9a-f]{64}$" });

/** POST /api/session/passkey/options: a challenge to sign in, or to sign as second officer for one deed and its content. */
export const PasskeyOptionsRequest = Type.Union([
  Type.Object({}, closed),
  Type.Object({ act: Act, content: Content }, closed),
]);
export type PasskeyOptionsRequest = Static<typeof PasskeyOptionsRequest>;

/** Options for `startRegistration` / `startAuthentication` of @simplewebauthn/browser, as WebAuthn names them. */
export const PasskeyOptions = Type.Object({ challenge: Type.String() }, { additionalProperties: true });

/** RegistrationResponseJSON (WebAuthn Level 3 §5.1). */
export const PasskeyRegistration = Type.Object(
  {
    id: base64url(1_400),
    rawId: base64url(1_400),
    type: Type.Literal("public-key"),
    response: Type.Object(
      {
        clientDataJSON: base64url(4_096),
        attestationObject: base64url(32_768),
        authenticatorData: Type.Optional(base64url(8_192)),
        transports: Type.Optional(Type.Array(Type.String({ maxLength: 30 }), { maxItems: 10 })),
        publicKeyAlgorithm: Type.Optional(Type.Integer()),
        publicKey: Type.Optional(base64url(8_192)),
      },
      closed,
    ),
    authenticatorAttachment: Type.Optional(Type.String({ maxLength: 30 })),
    clientExtensionResults: Type.Object({}, { additionalProperties: true }),
  },
  closed,
);
export type PasskeyRegistration = Static<typeof PasskeyRegistration>;

/** AuthenticationResponseJSON (WebAuthn Level 3 §5.1). */
export const PasskeyAnswer = Type.Object(
  {
    id: base64url(1_400),
    rawId: base64url(1_400),
    type: Type.Literal("public-key"),
    response: Type.Object(
      {
        clientDataJSON: base64url(4_096),
        authenticatorData: base64url(4_096),
        signature: base64url(4_096),
        userHandle: Type.Optional(base64url(128)),
      },
      closed,
    ),
    authenticatorAttachment: Type.Optional(Type.String({ maxLength: 30 })),
    clientExtensionResults: Type.Object({}, { additionalProperties: true }),
  },
  closed,
);
export type PasskeyAnswer = Static<typeof PasskeyAnswer>;

/** POST /api/session/link: the one-time secret of a link, from the page's fragment so that no log sees it. */
export const LinkRequest = Type.Object({ token: Type.String({ pattern: "^[A-Za-z0-9_-]{43}$" }) }, closed);
export type LinkRequest = Static<typeof LinkRequest>;

/** POST /api/session/second: the second officer's own passkey, or a one-time code where a demonstration gave one. */
export const SecondRequest = Type.Object(
  {
    act: Act,
    content: Content,
    passkey: Type.Optional(PasskeyAnswer),
    code: Type.Optional(Type.String({ pattern: "^[A-Za-z0-9_-]{43}$" })),
  },
  closed,
);
export type SecondRequest = Static<typeof SecondRequest>;

export const SecondAnswer = Type.Object({
  token: Type.String({ description: "Goes into `second` of the request it was made for; good once, for two minutes" }),
  number: Type.String({ description: "Badge number of the second officer" }),
});
export type SecondAnswer = Static<typeof SecondAnswer>;
