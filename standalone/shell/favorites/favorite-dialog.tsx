import { useState, type FC } from 'react';
import {
  Button,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalVariant,
  TextInput,
} from '@patternfly/react-core';
import { characterProblem, nameProblem } from './favorite-name';
import type { Favorite } from './use-favorites';

interface FavoriteDialogProps {
  readonly proposed: string;
  readonly favorites: readonly Favorite[];
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks under which name a page is kept. */
export const FavoriteDialog: FC<FavoriteDialogProps> = ({ proposed, favorites, onSave, onClose }) => {
  const [name, setName] = useState(proposed);
  const [problem, setProblem] = useState<string | null>(null);
  const save = () => {
    const found = nameProblem(name, favorites);
    if (found === null) onSave(name.trim());
    else setProblem(found);
  };
  return (
    <Modal isOpen onClose={onClose} variant={ModalVariant.small} aria-labelledby="favorite-title">
      <ModalHeader title="Add to favorites" labelId="favorite-title" />
      <ModalBody>
        <Form
          id="confirm-favorite-form"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <FormGroup label="Name" isRequired fieldId="confirm-favorite-form-name">
            <TextInput
              id="confirm-favorite-form-name"
              data-test="input-name"
              type="text"
              value={name}
              onChange={(_event, value) => {
                setName(value);
                setProblem(characterProblem(value));
              }}
              autoFocus
              required
            />
            {problem === null ? null : (
              <FormHelperText>
                <HelperText>
                  <HelperTextItem variant="error">{problem}</HelperTextItem>
                </HelperText>
              </FormHelperText>
            )}
          </FormGroup>
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button variant="primary" onClick={save}>
          Save
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
};
