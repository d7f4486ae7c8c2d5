# latexmk asks nobody to make a .bib file (biber's are not among its custom dependencies), so
# the references are brought up to date here, before its first run: it then sees what changed.
# medcite writes only if something changed, so that latexmk comes to rest.
my @documents = grep { !/^-/ && (-e $_ || -e "$_.tex") } @ARGV;
system('medcite', 'latex', $_) foreach @documents ? @documents : @default_files;

# With -pvc, before every new round.
$compiling_cmd = 'medcite latex %S' if grep { /^-pvc$/ } @ARGV;
