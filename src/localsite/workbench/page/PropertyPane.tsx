import type {
  IPropertyPaneButtonProps,
  IPropertyPaneCheckboxProps,
  IPropertyPaneChoiceGroupProps,
  IPropertyPaneConfiguration,
  IPropertyPaneDropdownProps,
  IPropertyPaneField,
  IPropertyPaneGroup,
  IPropertyPaneLabelProps,
  IPropertyPaneLinkProps,
  IPropertyPaneSliderProps,
  IPropertyPaneTextFieldProps,
  IPropertyPaneToggleProps
} from '@microsoft/sp-property-pane';
import * as React from 'react';

import { PropertyPaneFieldType } from './standIns/spPropertyPane';

/** What the pane shows, and where a change goes. */
export interface PropertyPaneProps {
  readonly configuration: IPropertyPaneConfiguration;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly onChange: (path: string, value: unknown, fieldType: number) => void;
  readonly onClose: () => void;
}

interface FieldProps {
  readonly field: IPropertyPaneField<unknown>;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

type FieldView = (props: FieldProps) => React.ReactElement | null;

function TextField({ field, value, onChange }: FieldProps): React.ReactElement {
  const { label, description, placeholder, multiline } = field.properties as IPropertyPaneTextFieldProps;
  const input = { value: String(value ?? ''), placeholder, onChange: (event: { target: { value: string } }) => onChange(event.target.value) };
  return (
    <label>
      <span>{label}</span>
      {multiline ? <textarea {...input} /> : <input type="text" {...input} />}
      {description !== undefined && <small>{description}</small>}
    </label>
  );
}

function Dropdown({ field, value, onChange }: FieldProps): React.ReactElement {
  const { label, options = [], selectedKey } = field.properties as IPropertyPaneDropdownProps;
  return (
    <label>
      <span>{label}</span>
      <select value={String(value ?? selectedKey ?? '')} onChange={(event) => onChange(options[event.target.selectedIndex].key)}>
        {options.map(({ key, text }) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Checkbox({ field, value, onChange }: FieldProps): React.ReactElement {
  const { text, checked } = field.properties as IPropertyPaneCheckboxProps;
  return (
    <label className="pane-check">
      <input type="checkbox" checked={Boolean(value ?? checked)} onChange={(event) => onChange(event.target.checked)} />
      <span>{text}</span>
    </label>
  );
}

function Toggle({ field, value, onChange }: FieldProps): React.ReactElement {
  const { label, checked } = field.properties as IPropertyPaneToggleProps;
  return (
    <label className="pane-check">
      <input type="checkbox" role="switch" checked={Boolean(value ?? checked)} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

function Slider({ field, value, onChange }: FieldProps): React.ReactElement {
  const { label, min, max, step } = field.properties as IPropertyPaneSliderProps;
  return (
    <label>
      <span>
        {label}: {String(value ?? min)}
      </span>
      <input type="range" min={min} max={max} step={step} value={Number(value ?? min)} onChange={(event) => onChange(event.target.valueAsNumber)} />
    </label>
  );
}

function ChoiceGroup({ field, value, onChange }: FieldProps): React.ReactElement {
  const { label, options } = field.properties as IPropertyPaneChoiceGroupProps;
  return (
    <fieldset>
      <legend>{label}</legend>
      {options.map(({ key, text, checked }) => (
        <label key={key} className="pane-check">
          <input
            type="radio"
            name={field.targetProperty}
            checked={value === undefined ? Boolean(checked) : value === key}
            onChange={() => onChange(key)}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Label({ field }: FieldProps): React.ReactElement {
  return <p>{(field.properties as IPropertyPaneLabelProps).text}</p>;
}

function Link({ field }: FieldProps): React.ReactElement {
  const { href, text, target } = field.properties as IPropertyPaneLinkProps;
  return (
    <a href={href} target={target} rel="noopener">
      {text}
    </a>
  );
}

function HorizontalRule(): React.ReactElement {
  return <hr />;
}

function Button({ field, value, onChange }: FieldProps): React.ReactElement {
  const { text, onClick } = field.properties as IPropertyPaneButtonProps;
  return (
    <button type="button" onClick={() => onChange(onClick(value))}>
      {text}
    </button>
  );
}

const views: Partial<Record<PropertyPaneFieldType, FieldView>> = {
  [PropertyPaneFieldType.TextField]: TextField,
  [PropertyPaneFieldType.Dropdown]: Dropdown,
  [PropertyPaneFieldType.CheckBox]: Checkbox,
  [PropertyPaneFieldType.Toggle]: Toggle,
  [PropertyPaneFieldType.Slider]: Slider,
  [PropertyPaneFieldType.ChoiceGroup]: ChoiceGroup,
  [PropertyPaneFieldType.Label]: Label,
  [PropertyPaneFieldType.Link]: Link,
  [PropertyPaneFieldType.HorizontalRule]: HorizontalRule,
  [PropertyPaneFieldType.Button]: Button
};

function Field(props: FieldProps): React.ReactElement {
  const View = views[props.field.type];
  return View === undefined ? <p>The local workbench does not draw this kind of field; SharePoint does.</p> : <View {...props} />;
}

function valueAt(properties: Readonly<Record<string, unknown>>, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], properties);
}

/** The web part's settings, drawn plainly from the configuration that the web part gives the host. */
export function PropertyPane({ configuration, properties, onChange, onClose }: PropertyPaneProps): React.ReactElement {
  return (
    <aside className="pane" aria-label="Properties">
      <div className="pane-head">
        <h2>Properties</h2>
        <button type="button" onClick={onClose} aria-label="Close properties">
          ✕
        </button>
      </div>
      {configuration.pages.map((page, pageIndex) => (
        <React.Fragment key={pageIndex}>
          {page.header !== undefined && <p>{page.header.description}</p>}
          {page.groups
            .filter((group): group is IPropertyPaneGroup => 'groupFields' in group)
            .map((group, groupIndex) => (
              <section key={groupIndex}>
                {group.groupName !== undefined && <h3>{group.groupName}</h3>}
                {group.groupFields.map((field, fieldIndex) => (
                  <Field
                    key={fieldIndex}
                    field={field}
                    value={valueAt(properties, field.targetProperty)}
                    onChange={(value) => onChange(field.targetProperty, value, field.type)}
                  />
                ))}
              </section>
            ))}
        </React.Fragment>
      ))}
    </aside>
  );
}
