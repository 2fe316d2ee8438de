import { SaxesParser } from 'saxes';
import { argument, guidArgument, textArgument } from '../odata/segments';
import { problems } from '../problem';
import { COLUMN_KIND, fieldType, kindOfType, propertyName, typeAsString } from '../store/columns';
import type { Field, NewField } from '../store/fields';
import type { List } from '../store/lists';
import { PERMISSION } from '../store/permissions';
import { WEB_SCOPE } from '../store/roles';
import type { Answer, Call, Entity, Resource } from './call';
import { NO_CONTENT, action, DONE } from './call';
import { entityAnswer } from './shape';

/** The columns of a list, or of the site when no list is given. */
export function fieldsResource(listKey: number, list?: List): Resource {
  const addField = (call: Call, field: NewField): Answer => {
    demandManage(call, list);
    return entityAnswer(fieldResource(call.site.fields.add(listKey, field), list), call, 201);
  };
  return {
    members: (call) => ({ metadata: 'SP.ApiData.Fields', resources: call.site.fields.all(listKey).map((field) => fieldResource(field, list)) }),
    child(segment, call) {
      const all = call.site.fields.all(listKey);
      const one = (name: string, match: (field: Field) => boolean): Resource => {
        const field = all.find(match);
        if (!field) {
          throw problems.noField(name);
        }
        return fieldResource(field, list);
      };
      switch (segment.name) {
        case 'getbyid': {
          const id = guidArgument(segment);
          return one(id, (field) => field.id === id);
        }
        case 'getbytitle': {
          const title = textArgument(segment, 'title');
          return one(title, (field) => field.title === title);
        }
        case 'getbyinternalnameortitle': {
          const name = textArgument(segment, 'strname');
          return one(name, (field) => field.name === name || field.title === name);
        }
        case 'addfield':
          return action(async () => addField(call, fromProperties(((await call.json()).parameters ?? {}) as Record<string, unknown>)));
        case 'createfieldasxml':
          return action(async () => addField(call, fromXml(String((((await call.json()).parameters ?? {}) as Record<string, unknown>).SchemaXml ?? ''))));
        case 'adddependentlookupfield':
          return action(() =>
            addField(call, {
              title: textArgument(segment, 'displayname'),
              kind: COLUMN_KIND.lookup,
              properties: { PrimaryFieldId: argument(segment, 'primarylookupfieldid', 1), LookupField: argument(segment, 'showfield', 2), IsDependentLookup: true }
            })
          );
        default:
          return undefined;
      }
    },
    async post(call) {
      return addField(call, fromProperties(await call.json()));
    }
  };
}

/** One column. */
function fieldResource(field: Field, list?: List): Resource {
  return {
    entity: () => fieldEntity(field, list),
    child: (segment) => (/^setshowin(display|edit|new)form$/.test(segment.name) ? action((call) => showInForm(call, segment.name, argument(segment, 'value') === true)) : undefined),
    async merge(call) {
      demandManage(call, list);
      call.site.fields.update(field, await call.json());
      return NO_CONTENT;
    },
    delete(call) {
      demandManage(call, list);
      call.site.fields.delete(field);
      return DONE;
    }
  };

  function showInForm(call: Call, name: string, show: boolean): Answer {
    demandManage(call, list);
    call.site.fields.update(field, { [name]: show });
    return DONE;
  }
}

function fieldEntity(field: Field, list?: List): Entity {
  return {
    type: fieldType(field.kind),
    path: list ? `Web/Lists(guid'${list.id}')/Fields(guid'${field.id}')` : `Web/Fields(guid'${field.id}')`,
    metadata: 'SP.ApiData.Fields/@Element',
    properties: {
      AutoIndexed: false,
      CanBeDeleted: !field.readOnly && field.name !== 'Title',
      DefaultFormula: null,
      DefaultValue: null,
      Description: '',
      Direction: 'none',
      Filterable: field.kind !== COLUMN_KIND.note,
      FromBaseType: field.readOnly || field.name === 'Title',
      Group: 'Custom Columns',
      Sealed: false,
      Sortable: field.kind !== COLUMN_KIND.note,
      TypeDisplayName: typeAsString(field.kind),
      ...field.properties,
      EnforceUniqueValues: field.unique,
      EntityPropertyName: propertyName(field.name),
      FieldTypeKind: field.kind,
      Hidden: field.hidden,
      Id: field.id,
      Indexed: field.indexed,
      InternalName: field.name,
      ReadOnlyField: field.readOnly,
      Required: field.required,
      SchemaXml: schemaXml(field),
      Scope: list?.folder ?? '',
      StaticName: field.name,
      Title: field.title,
      TypeAsString: typeAsString(field.kind)
    }
  };
}

function schemaXml(field: Field): string {
  const flag = (value: boolean): string => (value ? 'TRUE' : 'FALSE');
  const choices = Array.isArray(field.properties.Choices) ? `<CHOICES>${field.properties.Choices.map((choice) => `<CHOICE>${escapeXml(String(choice))}</CHOICE>`).join('')}</CHOICES>` : '';
  const attributes = `ID="{${field.id}}" Name="${field.name}" StaticName="${field.name}" DisplayName="${escapeXml(field.title)}" Type="${typeAsString(field.kind)}"`;
  return `<Field ${attributes} Required="${flag(field.required)}" Indexed="${flag(field.indexed)}" EnforceUniqueValues="${flag(field.unique)}">${choices}</Field>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function fromProperties(body: Record<string, unknown>): NewField {
  const { Title: title, FieldTypeKind: kind, LookupListId: lookupListId, LookupFieldName: lookupFieldName, ...properties } = body;
  if (typeof title !== 'string' || typeof kind !== 'number' || typeAsString(kind) === 'Invalid') {
    throw problems.badArgument('A field needs a Title and a known FieldTypeKind.');
  }
  return {
    title,
    kind,
    properties: { ...properties, ...(lookupListId !== undefined && { LookupList: String(lookupListId) }), ...(lookupFieldName !== undefined && { LookupField: lookupFieldName }) }
  };
}

/** The settings of a column that stand in its XML ("Field Element (Field)"). */
function fromXml(xml: string): NewField {
  let attributes: Record<string, string> = {};
  const choices: string[] = [];
  let text = '';
  let defaultValue: string | undefined;
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw problems.badArgument('The field XML is not well formed.');
  });
  parser.on('opentag', (tag) => {
    text = '';
    if (tag.name === 'Field') {
      attributes = tag.attributes as Record<string, string>;
    }
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', (tag) => {
    if (tag.name === 'CHOICE') {
      choices.push(text);
    } else if (tag.name === 'Default') {
      defaultValue = text;
    }
  });
  parser.write(xml).close();
  const kind = kindOfType(attributes.Type ?? '');
  const title = attributes.DisplayName ?? attributes.Name;
  if (kind === undefined || title === undefined) {
    throw problems.badArgument('The field XML needs a DisplayName and a known Type.');
  }
  const flag = (name: string): boolean => attributes[name]?.toUpperCase() === 'TRUE';
  return {
    ...(attributes.ID !== undefined && { id: attributes.ID.replace(/[{}]/g, '') }),
    ...(attributes.Name !== undefined && { name: attributes.Name }),
    title,
    kind,
    properties: {
      Required: flag('Required'),
      Hidden: flag('Hidden'),
      Indexed: flag('Indexed'),
      EnforceUniqueValues: flag('EnforceUniqueValues'),
      ...(attributes.Description !== undefined && { Description: attributes.Description }),
      ...(attributes.Group !== undefined && { Group: attributes.Group }),
      ...(attributes.MaxLength !== undefined && { MaxLength: Number(attributes.MaxLength) }),
      ...(attributes.Min !== undefined && { MinimumValue: Number(attributes.Min) }),
      ...(attributes.Max !== undefined && { MaximumValue: Number(attributes.Max) }),
      ...(attributes.List !== undefined && { LookupList: attributes.List, LookupField: attributes.ShowField ?? 'Title' }),
      ...(kind === COLUMN_KIND.dateTime && { DisplayFormat: attributes.Format === 'DateOnly' ? 0 : 1 }),
      ...(kind === COLUMN_KIND.note && { RichText: flag('RichText') }),
      ...(choices.length > 0 && { Choices: choices }),
      ...(defaultValue !== undefined && { DefaultValue: defaultValue })
    }
  };
}

function demandManage(call: Call, list?: List): void {
  call.site.roles.demand(list?.id ?? WEB_SCOPE, call.user, PERMISSION.manageLists);
}
