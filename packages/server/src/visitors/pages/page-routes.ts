import type { Language } from "@twinline/api";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../app.ts";
import { createBuckets } from "../../http/token-bucket.ts";
import { openDriverDesk } from "../../queue/drivers/desk.ts";
import { notBuiltPage } from "../../site/not-built.ts";
import { VISITOR_PAGES } from "../../site/resolve.ts";
import { findHolder } from "../holder.ts";
import { readCarried } from "../own-data/carried.ts";
import { basketAnswer } from "./basket-page.ts";
import { findPage, type WrittenLaw } from "./built-page.ts";
import { type Asking, checkAnswer, faultAnswer } from "./check-page.ts";
import { ownDataAnswers } from "./data-routes.ts";
import { type Fields, fieldsOf } from "./fields.ts";
import { readForms } from "./forms.ts";
import type { Markup } from "./markup.ts";
import { passAnswer, passCodeOf } from "./pass-page.ts";
import { registerRoadPages } from "./queue/routes.ts";
import type { Telling } from "./told.ts";
import { type Answering, QUESTION_LIMITS, type VisitorPages } from "./visitor-pages.ts";

/** The built page around an answer. */
type Frame = "answer" | "queue";

type Request = FastifyRequest<{ Params: { language: Language } }>;

/** The visitor's pages: the prerendered one with a word when the law has moved on, and the answers to its plain forms. */
export function registerVisitorPages(app: App, pages: VisitorPages): void {
  const { node } = pages;
  app.get(VISITOR_PAGES, async (request: Request, reply) => {
    const page = findPage(pages.site(), node, request.params.language, "index");
    return page === undefined ? notBuilt(reply) : sendPage(reply, page.asWritten(isStale(page.law, askingOf(pages))));
  });
  const buckets = createBuckets(pages.limits ?? QUESTION_LIMITS);
  const guardedIn =
    (frame: Frame) =>
    (answering: Answering) =>
    (request: Request, reply: FastifyReply): Promise<FastifyReply> => {
      const isBusy = buckets.take(request.ip, performance.now()) > 0;
      return answer(pages, request, reply, isBusy ? busy : answering, frame);
    };
  const guarded = guardedIn("answer");
  const { drivers = openDriverDesk(pages) } = pages;
  registerRoadPages(app, { ...pages, drivers }, guardedIn("queue"));
  for (const [name, answering] of Object.entries(questionsOf(pages)))
    app.get(`${VISITOR_PAGES}/${name}`, guarded(answering));
  app.register(async (forms) => {
    readForms(forms);
    const { data, erasure, file, isBusy } = ownDataAnswers(pages);
    const { basket, pass } = questionsOf(pages);
    for (const [name, answering] of Object.entries({ basket, pass, data }))
      forms.post(`${VISITOR_PAGES}/${name}`, guarded(answering!));
    forms.post(`${VISITOR_PAGES}/erasure`, (request: Request, reply) =>
      isBusy(request.ip) ? answer(pages, request, reply, busy) : guarded(erasure)(request, reply),
    );
    forms.post(`${VISITOR_PAGES}/export`, async (request: Request, reply) => {
      if (isBusy(request.ip)) return answer(pages, request, reply, busy);
      const visit = await file(fieldsOf(request.body), askingOf(pages).day);
      if (visit === undefined) return answer(pages, request, reply, (_, __, telling) => faultAnswer(telling, "code"));
      return sendFile(reply, `visit-${node.side}.json`, visit);
    });
  });
}

/** The questions that a plain form asks; those that name a pass are asked in a body too. */
function questionsOf({ node, spine }: VisitorPages): Readonly<Record<string, Answering>> {
  return {
    check: checkAnswer,
    basket: async (fields, asking, telling) => {
      const code = passCodeOf(fields.code);
      const holder = code === undefined ? undefined : await findHolder(node, spine, code, asking.day);
      if (fields.code !== undefined && holder === undefined) return faultAnswer(telling, "code");
      const carried = holder === undefined ? undefined : await readCarried(node, spine, holder, asking.day);
      return basketAnswer(fields, asking, telling, carried);
    },
    pass: async (fields, { day }, telling) => {
      const code = passCodeOf(fields.code);
      const holder = code === undefined ? undefined : await findHolder(node, spine, code, day);
      return holder === undefined ? faultAnswer(telling, "code") : passAnswer(holder.pass, { node, spine }, telling);
    },
  };
}

function busy(_: Fields, __: Asking, telling: Telling): Markup {
  return faultAnswer(telling, "busy");
}

async function answer(
  pages: VisitorPages,
  request: Request,
  reply: FastifyReply,
  answering: Answering,
  frame: Frame = "answer",
) {
  const { language } = request.params;
  const page = findPage(pages.site(), pages.node, language, frame);
  if (page === undefined) return notBuilt(reply);
  const telling = { language, say: page.say };
  if (request.method === "POST") reply.header("cache-control", "no-store");
  return sendPage(
    reply,
    page.withAnswer(await answering(fieldsOf(request.body ?? request.query), askingOf(pages), telling)),
  );
}

function askingOf({ node, spine }: VisitorPages): Asking {
  const gate = spine.zone.gates.find(({ side }) => side === node.side)?.gate ?? "";
  return { spine, gate, day: spine.world().legalDay(node.effects.now().epochMilliseconds) };
}

/** Whether the page was written from other rules than those in force here, or its day has passed. */
function isStale({ hashes, changes }: WrittenLaw, { spine, day }: Asking): boolean {
  const books = [...spine.world().rulebooks.values()].map(({ rulebook }) => rulebook);
  const hasOther = books.some(({ name, hash }) => hashes[name] !== undefined && hashes[name] !== hash);
  return hasOther || (changes !== undefined && day >= changes);
}

function sendFile(reply: FastifyReply, name: string, text: string): FastifyReply {
  reply.header("cache-control", "no-store").header("content-disposition", `attachment; filename="${name}"`);
  return reply.type("application/json; charset=utf-8").send(text);
}

function sendPage(reply: FastifyReply, text: string): FastifyReply {
  // NOTE: what a pass showed is kept by no cache; a page without it is asked for again each time.
  if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-cache");
  return reply.type("text/html; charset=utf-8").send(text);
}

function notBuilt(reply: FastifyReply): FastifyReply {
  return reply.code(503).type("text/html; charset=utf-8").send(notBuiltPage());
}
