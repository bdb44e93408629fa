import { levelsOfNeed } from '@caseweave/family';
import { LiveText } from '../fields/live-text.tsx';
import { CodeValue, WordsValue } from '../fields/value-fields.tsx';
import { StrikeRow } from '../plan/strike-row.tsx';
import type { Practice } from './practice.ts';

interface WorryProps {
  readonly practice: Practice;
  readonly worry: Practice['view']['worries'][number];
}

/** A worry, how grave it is, and what safe enough would look like. */
export function Worry({ practice, worry }: WorryProps) {
  const { id, text, level, goal, note } = worry;
  const name = text ?? 'a worry without words';
  const place = (field: string) => ({ section: 'plan.practice', entity: id, path: `worries.${field}` });
  return (
    <section className="app-need" aria-label={`Worry: ${name}`}>
      <div className="app-need__head">
        <div className="app-need__title">
          <span className="app-kind">Worry</span>
          <h4 className="app-need__name">
            <WordsValue
              shown={practice}
              place={place('text')}
              label={`worry, ${name}`}
              value={text}
              blank="Say what worries us"
              write={(draft, value) => {
                draft.worries.byId(id).text = value;
              }}
            />
          </h4>
        </div>
        <div className="app-need__facts">
          <CodeValue
            shown={practice}
            place={place('level')}
            label={`level of need, ${name}`}
            value={level}
            blank="Add a level"
            list={levelsOfNeed}
            write={(draft, value) => {
              draft.worries.byId(id).level = value;
            }}
          />
          <span className="app-by">
            safe enough:
            <WordsValue
              shown={practice}
              place={place('goal')}
              label={`what safe enough looks like, ${name}`}
              value={goal}
              blank="Say what safe enough looks like"
              write={(draft, value) => {
                draft.worries.byId(id).goal = value;
              }}
            />
          </span>
          <StrikeRow
            shown={practice}
            name={`the worry ${name}`}
            onStrike={(reason, basis) =>
              practice.section.edit((draft) => draft.worries.byId(id).strike(reason), { basis })
            }
          />
        </div>
      </div>
      <LiveText
        key={practice.section.generation}
        label={`Thinking about ${name}`}
        value={note}
        blank="Add what we think"
        canWrite={practice.canWrite}
        onSplice={({ index, removed, inserted }) =>
          practice.section.edit((draft) => {
            const { note: thinking } = draft.worries.byId(id);
            if (removed > 0) thinking.delete(index, removed);
            if (inserted !== '') thinking.insert(index, inserted);
          })
        }
      />
    </section>
  );
}
