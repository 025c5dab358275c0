import { fault } from "../graphql/shared/faults.js";

/**
 * Half a surrogate pair is a JavaScript string and no Unicode text: it has no UTF-8 form, so it can be neither stored nor
 * looked for, and what meets it far inside would call it a fault of the server. No request has any business with it.
 * @param parts what a request consists of: its texts, and its variables with all that is in them, names too
 * @throws BAD_USER_INPUT
 */
export function requireText(...parts: readonly unknown[]): void {
  // A list of what is still to be looked at, and no recursion: a body can be nested deeper than the stack.
  const ahead = [...parts];
  while (ahead.length > 0) {
    const value = ahead.pop();
    if (typeof value === "string") {
      if (!value.isWellFormed()) throw fault("BAD_USER_INPUT", BROKEN, 400);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, inside] of Object.entries(value)) ahead.push(name, inside);
    }
  }
}

const BROKEN = "A text of the request is not well-formed Unicode: it holds half a surrogate pair.";
