import { type ASTNode, GraphQLError, Kind } from "graphql";

/**
 * graphql-js repeats what the caller sent in its messages. A value may be a person's name or a card number, and
 * messages end up in logs and screenshots; so values are taken out, and names of the schema stay.
 */

const NAME = /^[_A-Za-z][_0-9A-Za-z]{0,60}$/;

/** Messages of graphql-js that repeat a value, and what is left of them. Values stand last, so greedy is right. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/^(Expected value of type "[^"]+"), found [\s\S]*$/, "$1."],
  [/^Value [\s\S]* does not exist in "([^"]+)" enum\.([\s\S]*)$/, 'The value does not exist in the enum "$1".$2'],
  [/^((?:Enum "[^"]+"|Int|Float|String|Boolean|ID) cannot represent [^:"]*value): [\s\S]*$/, "$1."],
  [/^(\w+) cannot represent [\s\S]*$/, "Expected a valid $1."],
  [/^Value is not a valid (\w+): [\s\S]*$/, "Expected a valid $1."],
  [/^Expected type "([^"]+)"\. [\s\S]*$/, 'Expected type "$1".'],
  [/^(Argument "[^"]+" has invalid value) [\s\S]*$/, "$1."],
];

/** Messages of coercion that hold names of the schema only. */
const HARMLESS = [
  /^Expected non-nullable type "[^"]+" not to be null\.$/,
  /^Expected type "[^"]+" to be an object\.$/,
  /^Field "[^"]+" of required type "[^"]+" was not provided\.$/,
  /^Exactly one key must be specified for OneOf type "[^"]+"\.$/,
  /^Field "[^"]+" must be non-null\.$/,
];

const VARIABLE_VALUE = /^(Variable "\$\w+") got invalid value /;
const UNKNOWN_FIELD = /^Field "([\s\S]*)" is not defined by type "([^"]+)"\.([^"]*(?:"[^"]*"[^"]*)*)$/;
const UNSPECIFIC = "The value does not have the form of its type.";

/** The message of a syntax error without the text of the token it stumbled over. */
export const syntaxWording = (message: string): string =>
  message.replace(/ (String|BlockString|Int|Float|Name) "[\s\S]*"\.?$/, " $1.");

/** The message of a validation error. Only those about a value in the query's text repeat one. */
export function validationWording(message: string, nodes: readonly ASTNode[] | undefined): string {
  const rewritten = rewrite(message);
  if (rewritten !== undefined) return rewritten;
  const kind = nodes?.[0]?.kind;
  const aboutValue = kind !== undefined && VALUE_KINDS.has(kind);
  return aboutValue && !HARMLESS.some((pattern) => pattern.test(message)) ? UNSPECIFIC : message;
}

const VALUE_KINDS: ReadonlySet<string> = new Set([
  Kind.STRING,
  Kind.INT,
  Kind.FLOAT,
  Kind.BOOLEAN,
  Kind.ENUM,
  Kind.NULL,
]);

/** The message about a variable's value: which variable, where in it, and why. */
export function variableWording(error: GraphQLError): string {
  const { message, originalError } = error;
  const variable = VARIABLE_VALUE.exec(message)?.[1];
  if (variable === undefined) return message;
  if (!originalError || !message.endsWith(`; ${originalError.message}`)) return `${variable} got an invalid value.`;
  const beforeReason = message.slice(0, -originalError.message.length - 2);
  const path = / at "([\w.[\]]+)"$/.exec(beforeReason)?.[1];
  return `${variable} got invalid value${path === undefined ? "" : ` at "${path}"`}; ${reasonWording(originalError)}`;
}

function reasonWording(reason: Error): string {
  // A scalar of ours says what it expected, never what it got.
  if (reason instanceof GraphQLError && reason.extensions["code"] === "BAD_USER_INPUT") return reason.message;
  const unknown = UNKNOWN_FIELD.exec(reason.message);
  if (unknown) {
    const [, field = "", type, suggestions = ""] = unknown;
    return `${NAME.test(field) ? `Field "${field}"` : "A field"} is not defined by type "${type}".${suggestions}`;
  }
  if (HARMLESS.some((pattern) => pattern.test(reason.message))) return reason.message;
  return rewrite(reason.message) ?? UNSPECIFIC;
}

function rewrite(message: string): string | undefined {
  for (const [pattern, replacement] of REWRITES) {
    if (pattern.test(message)) return message.replace(pattern, replacement);
  }
  return undefined;
}

/** In production the schema is not told piece by piece to those who guess. */
export const withoutSuggestions = (message: string): string => message.replace(/ ?Did you mean [\s\S]+\?$/, "");
