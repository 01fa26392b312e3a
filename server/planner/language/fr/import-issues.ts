import type { importIssues as pattern } from "../en/import-issues.ts";

export const importIssues: typeof pattern = {
  "part-unknown": ["Il n'y a pas de tableau nommé {part} ; connus : {known}.", "Renommez le fichier."],
  "part-missing": ["Ce tableau manque.", "Ajoutez le fichier."],
  "part-duplicate": ["Ce tableau figure deux fois.", "N'en gardez qu'un."],
  "file-unreadable": ["Le fichier est illisible : {detail}.", "Enregistrez-le à nouveau en CSV ou Excel."],
  "file-empty": ["Le fichier n'a pas de ligne de titres.", "Partez du modèle."],
  "file-too-large": ["Le fichier compte {count} {unit} ; au plus {max} sont lus.", "Divisez le tour."],
  "column-unknown": ["Il n'y a pas de colonne {column}.", "Renommez-la ou retirez-la ; le modèle a les bons noms."],
  "column-missing": ["Cette colonne est obligatoire.", "Ajoutez-la ; le modèle la contient."],
  "column-duplicate": ["La colonne {column} figure deux fois.", "N'en gardez qu'une."],
  "row-too-long": ["La ligne a {count} cellules et le fichier {columns} colonnes.", "Cherchez un séparateur de trop."],
  "cell-unreadable": ["Ceci n'est pas lisible comme {kind}.", "Écrivez par exemple {example}."],
};
