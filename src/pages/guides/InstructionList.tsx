import { List, ListComponent, ListItem, OrderType } from '@patternfly/react-core';
import type { Instruction } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { CodeListing } from '../../components/listing/CodeListing';

interface InstructionListProps {
  /** Unique on the page; the ids of the listings start with it. */
  readonly id: string;
  readonly instructions: readonly Instruction[];
}

/** Steps in order, each with what to run or to read. A single step is a paragraph. */
export const InstructionList = ({ id, instructions }: InstructionListProps) => {
  const [only] = instructions;
  if (only === undefined) return null;
  if (instructions.length === 1) return <Step id={`${id}-1`} instruction={only} />;
  return (
    <List component={ListComponent.ol} type={OrderType.number}>
      {instructions.map((instruction, index) => (
        <ListItem key={instruction.text.text}>
          <Step id={`${id}-${String(index + 1)}`} instruction={instruction} />
        </ListItem>
      ))}
    </List>
  );
};

const Step = ({ id, instruction: { text, commands, listing } }: { id: string; instruction: Instruction }) => {
  const { t, message } = useReadinessTranslation();
  return (
    <div className="calico-readiness__step">
      <p>{message(text)}</p>
      {commands !== undefined && commands.length > 0 && (
        <CodeListing id={`${id}-commands`} label={t('Commands')} text={commands.join('\n')} />
      )}
      {listing !== undefined && <CodeListing id={`${id}-listing`} label={t('Text')} text={listing} />}
    </div>
  );
};
