import { type DocumentNode, type GraphQLError, parse } from "graphql";
import { areErrors, type Checker, keptDocuments } from "./checker.js";
import type { Asker, ReadingThreads } from "./reading/readingThreads.js";
import { type ErrorFormatter, FormattedError } from "./errors.js";

/**
 * Documents of what runs in this thread: mutations and subscriptions. What a client sends for the first time is checked
 * where questions are answered, as some documents take long to be found wrong; what is known to be good is not checked again.
 */
export class Documents {
  private readonly good = keptDocuments();

  /** @param elsewhere absent: documents are checked here */
  constructor(
    private readonly checker: Checker,
    private readonly formatter: ErrorFormatter,
    private readonly elsewhere: ReadingThreads | undefined,
  ) {}

  /** The document, or the errors that say why it is no good. @throws LEDGER_UNAVAILABLE when it cannot be checked now */
  async read(text: string, asker: Asker): Promise<DocumentNode | readonly GraphQLError[]> {
    const known = this.good.get(text);
    if (known) return known;
    if (!this.elsewhere) return this.told(this.checker.read(text));
    const errors = await this.elsewhere.check(text, asker);
    if (errors.length > 0) return errors.map((error) => new FormattedError(error));
    const document = parse(text);
    this.good.set(text, document);
    return document;
  }

  private told(read: DocumentNode | readonly GraphQLError[]): DocumentNode | readonly GraphQLError[] {
    return areErrors(read) ? read.map((error) => new FormattedError(this.formatter.format(error))) : read;
  }
}
