import type { Language } from "@twinline/api";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../../app.ts";
import { VISITOR_PAGES } from "../../../site/resolve.ts";
import { faultAnswer } from "../check-page.ts";
import { readForms } from "../forms.ts";
import type { Answering } from "../visitor-pages.ts";
import { type RoadPages, roadAnswers } from "./answers.ts";

type Request = FastifyRequest<{ Params: { language: Language } }>;
/** Writes an answer into its frame, unless the address has asked too much. */
export type Guarded = (answering: Answering) => (request: Request, reply: FastifyReply) => Promise<FastifyReply>;

/** The pages of the road queue. What is recorded is counted against the drivers' own limits too. */
export function registerRoadPages(app: App, pages: RoadPages, guarded: Guarded): void {
  const { read, place, recording } = roadAnswers(pages);
  const path = `${VISITOR_PAGES}/queue`;
  app.get(
    path,
    guarded((fields, _, telling) => read(fields, telling)),
  );
  app.register(async (forms) => {
    readForms(forms);
    forms.post(
      path,
      guarded((fields, _, telling) => place(fields, telling)),
    );
    for (const [name, answering] of Object.entries(recording))
      forms.post(`${path}/${name}`, (request: Request, reply) => {
        const { ip } = request;
        pages.drivers.assertOwnPage(request);
        const isBusy = pages.drivers.wait(ip) > 0;
        const answer: Answering = (fields, _, telling) =>
          isBusy ? faultAnswer(telling, "busy") : answering(fields, telling, ip);
        return guarded(answer)(request, reply);
      });
  });
}
