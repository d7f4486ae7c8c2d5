# latexmk -r vancouver.latexmkrc vancouver.tex: medcite in the place of BibTeX, whose log
# (.blg) latexmk wants to read.
$bibtex = 'medcite latex --bbl --style vancouver %B.aux > %B.blg';
$bibtex_use = 2;
