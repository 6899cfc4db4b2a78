# Writes a C++ source that holds every file below STARTER as text.
# cmake -DSTARTER=folder -DOUTPUT=file.cpp -P EmbedStarter.cmake
file(GLOB_RECURSE paths RELATIVE ${STARTER} ${STARTER}/*)
list(SORT paths)
set(entries "")
foreach(path IN LISTS paths)
  file(READ ${STARTER}/${path} content)
  string(APPEND entries "      {\"${path}\", R\"starter(${content})starter\"},\n")
endforeach()
file(WRITE ${OUTPUT}.new "#include \"editing/starter_files.hpp\"

namespace etic {

StudyFiles embedded_starter_files() {
  return {
${entries}  };
}

}  // namespace etic
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
file(REMOVE ${OUTPUT}.new)
