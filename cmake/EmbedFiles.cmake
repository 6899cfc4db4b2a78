# Writes a C++ source with a function that returns every file below FOLDER: paths, and what stands in them.
# cmake -DFOLDER=folder -DHEADER=room/name.hpp -DFUNCTION=name -DOUTPUT=file.cpp -P EmbedFiles.cmake
file(GLOB_RECURSE paths RELATIVE ${FOLDER} ${FOLDER}/*)
list(SORT paths)
set(entries "")
foreach(path IN LISTS paths)
  file(READ ${FOLDER}/${path} content)
  string(APPEND entries "      {\"${path}\", R\"page(${content})page\"},\n")
endforeach()
file(WRITE ${OUTPUT}.new "#include \"${HEADER}\"

namespace etic {

std::vector<std::pair<std::string, std::string>> ${FUNCTION}() {
  return {
${entries}  };
}

}  // namespace etic
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
file(REMOVE ${OUTPUT}.new)
