# latexmk -r vancouver.latexmkrc vancouver.tex: medcite in the place of BibTeX.
$bibtex = 'medcite latex --bbl --style vancouver %B.aux';
$bibtex_use = 2;
