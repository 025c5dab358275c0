import type { FastifyReply, FastifyRequest } from "fastify";
import { newNotes } from "../context.js";
import { PAGE_POLICY, refusalPage } from "./pages.js";
import { LOGIN_REFUSALS, LoginRefused } from "./refusals.js";

type ErrorHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** Tells somebody who looks at the answer itself; what was not written for them is for the server's own handler. */
export const refusedAsPage: ErrorHandler = (error, request, reply) => {
  const { code, detail } = refusal(error);
  const { status, says } = LOGIN_REFUSALS[code];
  noted(request, code);
  return reply
    .code(status)
    .headers({ "content-security-policy": PAGE_POLICY, "content-type": "text/html; charset=utf-8" })
    .send(refusalPage(says, detail));
};

/** Tells a script, in the form of every other error, and in Vietnamese too. */
export const refusedAsJson: ErrorHandler = (error, request, reply) => {
  const { code } = refusal(error);
  const { status, says } = LOGIN_REFUSALS[code];
  noted(request, code);
  return reply.code(status).send({ errors: [{ message: says.en, messageVi: says.vi, extensions: { code } }] });
};

function refusal(error: unknown): LoginRefused {
  if (error instanceof LoginRefused) return error;
  // A body that is no JSON comes to a parser's error or the web server's own, which have a status.
  const { statusCode = 500 } = error as { readonly statusCode?: number };
  const { http } =
    (error as { readonly extensions?: { readonly http?: { readonly status?: number } } }).extensions ?? {};
  if ((http?.status ?? statusCode) < 500) return new LoginRefused("MALFORMED");
  throw error;
}

function noted(request: FastifyRequest, code: string): void {
  request.notes = { ...newNotes(), codes: [code] };
}
