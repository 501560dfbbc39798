import { ERASURE_REQUESTS_MAX, ErasureList, ErasureRefuse, PersonParams, Recorded, routes } from "@twinline/api";
import { dayText, type RefuseErasure } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { authorOf } from "../access/caller.ts";
import { mayOf, requireAbility, requireOfficer } from "../access/guard.ts";
import { presentRecorded, record } from "../access/recording.ts";
import type { App } from "../app.ts";
import { RequestError } from "../errors.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { openPersons } from "../vault/persons.ts";
import { listRequests } from "./queries.ts";
import { loadPersonSettings } from "./settings.ts";

type Requests = { readonly access: Access; readonly spine: OpenSpine };

/** Requests of people that their data be destroyed, as a duty officer sees and answers them; "yes" is registerErasure. */
export function registerErasureRequests(app: App, { access, spine }: Requests): void {
  const { node } = access;
  const subject = { kind: "person", side: node.side };
  const persons = openPersons(node);
  const settings = loadPersonSettings(node.zone, node.side);

  app.get(routes.erasureRequests.path, { schema: { response: { 200: ErasureList } } }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "requests", subject);
    const found = await listRequests(node.database, ERASURE_REQUESTS_MAX + 1);
    const shown = found.slice(0, ERASURE_REQUESTS_MAX);
    const names = await persons.reveal(shown.map(({ person }) => person));
    const now = node.effects.now();
    const today = spine.world().legalDay(now.epochMilliseconds);
    const { answerDays, retentionDays, refusals } = settings;
    return {
      asOf: now.toString({ smallestUnit: "millisecond" }),
      rows: shown.map(({ person, state, askedDay, dueDay, inside, code, entry }) => ({
        person,
        name: names.get(person)?.name ?? "",
        state,
        asked: dayText(askedDay),
        due: dayText(dueDay),
        late: state === "open" && today > dueDay,
        inside,
        ...(code === undefined ? {} : { code }),
        entry,
      })),
      isCut: found.length > shown.length,
      answerDays,
      ...(retentionDays === undefined ? {} : { retentionDays }),
      refusals: [...refusals],
      may: mayOf(access, caller, subject),
    };
  });

  app.post<{ Params: { token: string }; Body: ErasureRefuse }>(
    routes.erasureRefuse.path,
    { schema: { params: PersonParams, body: ErasureRefuse, response: { 200: Recorded } } },
    async (request) => {
      const caller = await requireOfficer(access, request);
      requireAbility(access, caller, "refuse", subject);
      const { code } = request.body;
      if (!settings.refusals.some((one) => one.code === code)) throw unknownRefusal();
      const command: RefuseErasure = {
        kind: "erasure_refuse",
        by: authorOf(caller),
        person: request.params.token,
        code,
      };
      return presentRecorded(node, await record(access, request, command));
    },
  );
}

function unknownRefusal(): RequestError {
  return new RequestError("request/invalid", 400, "Cannot refuse: the zone's file knows no such reason", {
    field: "/code",
    texts: {
      zh: "本区没有这一拒绝理由。",
      kk: "Аймақта мұндай бас тарту себебі жоқ.",
      ru: "Такой причины отказа в зоне нет.",
      en: "The zone knows no such reason to refuse.",
    },
  });
}
