import { SearchLedger, type SearchLedgerQuery } from "../../../generated/documents.ts";
import { useAsOf } from "../../asOf.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { useTaken } from "../../parts/questions.ts";
import { KindName, RecordLink } from "../../parts/shown.tsx";
import { hrefWith, usePlace } from "../../place.ts";
import { useLanguage, useWords } from "../../words/words.ts";

const PAGE = 20;

/** What was found, and why. */
export function SearchPage() {
  const words = useWords();
  const language = useLanguage();
  const { query } = usePlace();
  const asOf = useAsOf();
  const text = query.get("q") ?? "";
  const variables = { text, asOf, first: PAGE, after: query.get("after") };
  const answer = useAnswer(text === "" ? null : SearchLedger, text === "" ? null : variables, {
    title: words.search.results,
  });
  return (
    <>
      <h1>
        {words.search.results}: “{text}”
      </h1>
      <Answered answer={answer}>
        {({ search: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <p class="notice">{words.search.none}</p>
          ) : (
            <>
              <Taken found={nodes} />
              <ul class="found">
                {nodes.map(
                  ({ node, title, why }, at) =>
                    node && (
                      <li key={`${node.id}${at}`}>
                        <p>
                          <RecordLink of={node} />{" "}
                          <span class="quiet">
                            <KindName id={node.id} />
                          </span>
                        </p>
                        <p class="quiet">
                          {why
                            .map(({ text: found, words: of }) =>
                              found === title ? of[language] : `${of[language]}: ${found}`,
                            )
                            .join(" · ")}
                        </p>
                      </li>
                    ),
                )}
              </ul>
              {pageInfo.hasNextPage && <a href={hrefWith({ after: pageInfo.endCursor })}>{words.common.next}</a>}
            </>
          )
        }
      </Answered>
    </>
  );
}

function Taken({ found }: { readonly found: SearchLedgerQuery["search"]["nodes"] }) {
  const words = useWords();
  const language = useLanguage();
  const lines = (): readonly (readonly string[])[] => [
    [words.common.record, words.search.found],
    ...found.map(({ node, title, why }) => [node?.title ?? title, why.map(({ text }) => text).join("; ")]),
  ];
  useTaken(words.search.results, lines, [found, language]);
  return null;
}
