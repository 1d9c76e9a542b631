import { type DemoComponent, placesOf, snake, upperFirst } from './component.ts'

type Tongue = 'en' | 'fr' | 'de' | 'es' | 'it'

/** Words of administration pages; other languages than French and English say "entry" for every thing. */
const words: Record<
  Tongue,
  Record<
    | 'add'
    | 'save'
    | 'back'
    | 'remove'
    | 'none'
    | 'list'
    | 'modify'
    | 'confirm'
    | 'created'
    | 'updated'
    | 'removed'
    | 'help'
    | 'error'
    | 'entry'
    | 'empty'
    | 'search'
    | 'provider',
    string
  >
> = {
  en: {
    add: 'Add',
    save: 'Save',
    back: 'Back',
    remove: 'Remove',
    none: 'Nothing yet',
    list: 'List',
    modify: 'Modify',
    confirm: 'Remove this entry for good?',
    created: 'Created',
    updated: 'Updated',
    removed: 'Removed',
    help: 'Fill in every field',
    error: 'Please correct the marked fields',
    entry: 'Entry',
    empty: 'This field is required',
    search: 'Search',
    provider: 'City of Vaubrelle',
  },
  fr: {
    add: 'Ajouter',
    save: 'Enregistrer',
    back: 'Retour',
    remove: 'Supprimer',
    none: 'Rien pour le moment',
    list: 'Liste',
    modify: 'Modifier',
    confirm: 'Supprimer définitivement cet élément ?',
    created: 'Créé',
    updated: 'Mis à jour',
    removed: 'Supprimé',
    help: 'Remplissez tous les champs',
    error: 'Corrigez les champs signalés',
    entry: 'Élément',
    empty: 'Ce champ est obligatoire',
    search: 'Rechercher',
    provider: 'Ville de Vaubrelle',
  },
  de: {
    add: 'Hinzufügen',
    save: 'Speichern',
    back: 'Zurück',
    remove: 'Entfernen',
    none: 'Noch nichts',
    list: 'Liste',
    modify: 'Ändern',
    confirm: 'Diesen Eintrag endgültig entfernen?',
    created: 'Angelegt',
    updated: 'Geändert',
    removed: 'Entfernt',
    help: 'Alle Felder ausfüllen',
    error: 'Bitte die markierten Felder berichtigen',
    entry: 'Eintrag',
    empty: 'Dieses Feld ist nötig',
    search: 'Suchen',
    provider: 'Stadt Vaubrelle',
  },
  es: {
    add: 'Añadir',
    save: 'Guardar',
    back: 'Volver',
    remove: 'Eliminar',
    none: 'Nada por ahora',
    list: 'Lista',
    modify: 'Modificar',
    confirm: '¿Eliminar esta entrada para siempre?',
    created: 'Creado',
    updated: 'Actualizado',
    removed: 'Eliminado',
    help: 'Rellene todos los campos',
    error: 'Corrija los campos marcados',
    entry: 'Entrada',
    empty: 'Este campo es obligatorio',
    search: 'Buscar',
    provider: 'Ciudad de Vaubrelle',
  },
  it: {
    add: 'Aggiungi',
    save: 'Salva',
    back: 'Indietro',
    remove: 'Elimina',
    none: 'Ancora niente',
    list: 'Elenco',
    modify: 'Modifica',
    confirm: 'Eliminare questa voce per sempre?',
    created: 'Creato',
    updated: 'Aggiornato',
    removed: 'Eliminato',
    help: 'Compilare tutti i campi',
    error: 'Correggere i campi segnalati',
    entry: 'Voce',
    empty: 'Questo campo è obbligatorio',
    search: 'Cerca',
    provider: 'Città di Vaubrelle',
  },
}

function named(c: DemoComponent, tongue: Tongue): { title: string; purpose: string; thing: string } {
  if (tongue === 'fr') return { title: c.title[0], purpose: c.purpose[0], thing: upperFirst(c.thing[0]) }
  if (tongue === 'en') return { title: c.title[1], purpose: c.purpose[1], thing: upperFirst(c.thing[1]) }
  return { title: c.title[1], purpose: c.purpose[1], thing: words[tongue].entry }
}

/** Every key of a component's bundle with its value in one language, in the order of the file. */
function messagesOf(c: DemoComponent, tongue: Tongue): readonly (readonly [key: string, value: string])[] {
  const w = words[tongue]
  const n = named(c, tongue)
  const s = snake(c.entity)
  const label = (index: number) => c.fields[index]?.label[tongue === 'fr' ? 0 : 1] ?? ''
  const fields = c.fields.map((f, i) => [`model.entity.${s}.attribute.${f.name}`, label(i)] as const)
  return [
    ['plugin.description', n.purpose],
    ['plugin.provider', w.provider],
    [`adminFeature.manage${c.entity}s.name`, n.title],
    [`adminFeature.manage${c.entity}s.description`, n.purpose],
    [`manage_${s}s.title`, `${n.title} : ${w.list}`],
    [`manage_${s}s.buttonAdd`, w.add],
    [`manage_${s}s.buttonSearch`, w.search],
    [`manage_${s}s.labelEmpty`, w.none],
    [`create_${s}.title`, `${n.thing} : ${w.add}`],
    [`create_${s}.help`, w.help],
    [`modify_${s}.title`, `${n.thing} : ${w.modify}`],
    ['button.save', w.save],
    ['button.back', w.back],
    ['button.remove', w.remove],
    [`message.confirmRemove${c.entity}`, w.confirm],
    [`info.${s}.created`, w.created],
    [`info.${s}.updated`, w.updated],
    [`info.${s}.removed`, w.removed],
    ['error.form', w.error],
    ['validation.title.notEmpty', w.empty],
    ...fields,
    ...(c.kind === 'plugin'
      ? ([
          ['xpage.title', n.title],
          ['xpage.intro', n.purpose],
        ] as const)
      : []),
  ]
}

/** A bundle file; `share` keeps the first keys only, as a translation that is not finished. */
export function bundleFile(c: DemoComponent, tongue: Tongue, share = 1): string {
  const all = messagesOf(c, tongue)
  const kept = all.slice(0, Math.ceil(all.length * share))
  return `# ${c.title[1]}\n${kept.map(([key, value]) => `${key}=${value}\n`).join('')}`
}

const tongues: readonly Tongue[] = ['de', 'es', 'it']

/** All bundle files of a plugin or module by path. */
export function bundlesOf(c: DemoComponent): Record<string, string> {
  const { bundle } = placesOf(c)
  const files: Record<string, string> = {
    [`${bundle}.properties`]: bundleFile(c, 'en'),
    [`${bundle}_fr.properties`]: bundleFile(c, 'fr'),
  }
  for (const tongue of tongues) {
    const share = c.languages[tongue]
    if (share !== undefined) files[`${bundle}_${tongue}.properties`] = bundleFile(c, tongue, share)
  }
  return files
}
