import type { Language } from "@twinline/api";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../app.ts";
import { createBuckets } from "../../http/token-bucket.ts";
import type { ZoneNode } from "../../node.ts";
import { dayFigures, findDriverPlace } from "../../queue/public.ts";
import type { SiteFiles } from "../../site/files.ts";
import { notBuiltPage } from "../../site/not-built.ts";
import { VISITOR_PAGES } from "../../site/resolve.ts";
import type { OpenSpine } from "../../spine/open-spine.ts";
import { findPass } from "../routes.ts";
import { basketAnswer } from "./basket-page.ts";
import { findPage, type WrittenLaw } from "./built-page.ts";
import { type Asking, checkAnswer, faultAnswer } from "./check-page.ts";
import { type Fields, fieldsOf } from "./fields.ts";
import type { Markup } from "./markup.ts";
import { passAnswer, passCodeOf } from "./pass-page.ts";
import { queueAnswer } from "./queue-page.ts";
import type { Telling } from "./told.ts";

/** Questions from one address: a family behind one hotspot, not a script that searches for passes. */
export const QUESTION_LIMITS = { burst: 300, perSecond: 20, keysMax: 10_000 };

export type VisitorPages = {
  readonly node: ZoneNode;
  readonly spine: OpenSpine;
  readonly site: () => SiteFiles;
  readonly limits?: typeof QUESTION_LIMITS;
};
type Request = FastifyRequest<{ Params: { language: Language } }>;
type Answering = (fields: Fields, asking: Asking, telling: Telling) => Markup | Promise<Markup>;

/** The visitor's pages: the prerendered one with a word when the law has moved on, and the answers to its plain forms. */
export function registerVisitorPages(app: App, pages: VisitorPages): void {
  const { node, spine } = pages;
  app.get(VISITOR_PAGES, async (request: Request, reply) => {
    const page = findPage(pages.site(), node, request.params.language, "index");
    return page === undefined ? notBuilt(reply) : sendPage(reply, page.asWritten(isStale(page.law, askingOf(pages))));
  });
  const answers: Readonly<Record<string, Answering>> = {
    check: checkAnswer,
    basket: basketAnswer,
    pass: async (fields, { day }, telling) => {
      const code = passCodeOf(fields.code);
      const pass = code === undefined ? undefined : await findPass(node, spine, code, day);
      return pass === undefined ? faultAnswer(telling, "code") : passAnswer(pass, spine.zone, telling);
    },
    queue: async (fields, _, telling) => {
      const code = passCodeOf(fields.code);
      const place = code === undefined ? undefined : await findDriverPlace(node, code);
      if (fields.code !== undefined && place === undefined) return faultAnswer(telling, "code");
      const figures = await dayFigures({ node, spine }, {});
      return queueAnswer({ place, figures }, clockOf(pages), telling);
    },
  };
  const buckets = createBuckets(pages.limits ?? QUESTION_LIMITS);
  for (const [name, answering] of Object.entries(answers))
    app.get(`${VISITOR_PAGES}/${name}`, async (request: Request, reply) => {
      const wait = buckets.take(request.ip, performance.now());
      return answer(pages, request, reply, wait > 0 ? (_, __, telling) => faultAnswer(telling, "busy") : answering);
    });
}

async function answer(pages: VisitorPages, request: Request, reply: FastifyReply, answering: Answering) {
  const { language } = request.params;
  const page = findPage(pages.site(), pages.node, language, "answer");
  if (page === undefined) return notBuilt(reply);
  const telling = { language, say: page.say };
  return sendPage(reply, page.withAnswer(await answering(fieldsOf(request.query), askingOf(pages), telling)));
}

function askingOf({ node, spine }: VisitorPages): Asking {
  const gate = spine.zone.gates.find(({ side }) => side === node.side)?.gate ?? "";
  return { spine, gate, day: spine.world().legalDay(node.effects.now().epochMilliseconds) };
}

function clockOf({ node, spine }: VisitorPages): string {
  return spine.zone.sides.find(({ side }) => side === node.side)?.clock ?? "UTC";
}

/** Whether the page was written from other rules than those in force here, or its day has passed. */
function isStale({ hashes, changes }: WrittenLaw, { spine, day }: Asking): boolean {
  const books = [...spine.world().rulebooks.values()].map(({ rulebook }) => rulebook);
  const hasOther = books.some(({ name, hash }) => hashes[name] !== undefined && hashes[name] !== hash);
  return hasOther || (changes !== undefined && day >= changes);
}

function sendPage(reply: FastifyReply, text: string): FastifyReply {
  return reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(text);
}

function notBuilt(reply: FastifyReply): FastifyReply {
  return reply.code(503).type("text/html; charset=utf-8").send(notBuiltPage());
}
