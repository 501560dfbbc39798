import {
  DriverBook,
  DriverChange,
  PlaceCode,
  QueueAnswer,
  QueueOpenings,
  QueuePlace,
  QueueQuestion,
  routes,
} from "@twinline/api";
import type { FastifyRequest } from "fastify";
import { keyOf } from "../../access/recording.ts";
import type { App } from "../../app.ts";
import type { DriverDesk } from "./desk.ts";
import { tooMany, unknownCode } from "./refusals.ts";

/** The driver's own doors: no account, a code in the body, and nothing that an officer does. */
export function registerDrivers(app: App, desk: DriverDesk): void {
  const admit = (request: FastifyRequest): void => {
    desk.assertOwnPage(request);
    const wait = desk.wait(request.ip);
    if (wait > 0) throw tooMany(wait);
  };
  const openings = { querystring: QueueQuestion, response: { 200: QueueOpenings } };
  app.get<{ Querystring: QueueQuestion }>(routes.queueOpenings.path, { schema: openings }, ({ query }) =>
    desk.openings(query.day),
  );
  const place = { body: PlaceCode, response: { 200: QueuePlace } };
  app.post<{ Body: PlaceCode }>(routes.queuePlace.path, { schema: place }, async ({ body }) => {
    const found = await desk.place(body.code);
    if (found === undefined) throw unknownCode();
    return found;
  });
  const answer = { 200: QueueAnswer };
  const book = { body: DriverBook, response: answer };
  app.post<{ Body: DriverBook }>(routes.queueDriverBook.path, { schema: book }, (request) => {
    admit(request);
    return desk.book(request.body, keyOf(request), request.ip);
  });
  const change = { body: DriverChange, response: answer };
  app.post<{ Body: DriverChange }>(routes.queueDriverChange.path, { schema: change }, async (request) => {
    admit(request);
    if ((await desk.place(request.body.code)) === undefined) throw unknownCode();
    return desk.change(request.body, keyOf(request));
  });
}
