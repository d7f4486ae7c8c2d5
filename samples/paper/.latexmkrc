# latexmk asks nobody to make a .bib file (biber's are not among its custom dependencies), so
# the references are brought up to date here, before its first run: it then sees what changed.
# medcite writes only if something changed, so that latexmk comes to rest. Documents are named
# without .tex, so that an .aux file is read with the .tex files, which may be newer.
use File::Glob 'bsd_glob';
my @documents = grep { -e "$_.tex" } map { s/\.tex$//r } grep { !/^-/ } @ARGV;
@documents = map { s/\.tex$//r } map { bsd_glob $_ } @default_files unless @documents;
system('medcite', 'latex', $_) foreach @documents;

# With -pvc, before every new round.
$compiling_cmd = 'medcite latex %S' if grep { /^-pvc$/ } @ARGV;
