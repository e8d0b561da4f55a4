import { JudgedField, type JudgedFieldProps } from '../../new-secret/judged-field.tsx';
import { PasswordField } from './password-field.tsx';

/** A new account password, judged during typing. */
export function NewPasswordField(props: JudgedFieldProps) {
  return <JudgedField {...props} covered={PasswordField} />;
}
