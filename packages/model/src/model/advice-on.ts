import { adviceOnDeclared } from '../checks/advice-on.ts';
import type { ModelFault } from '../checks/model-fault.ts';
import type { Model } from './model.ts';

/**
 * What is not wrong with a model, and yet is likely not meant: seats that read nothing, conditions that no cell names,
 * fields that do not say what they hold, decisions of which nobody can tell whether there is a way back.
 */
export const adviceOn = ({ kinds, parts, decisions }: Model): readonly ModelFault[] =>
  adviceOnDeclared({ kinds: [...kinds.values()], sections: parts, decisions: [...decisions.values()] });
