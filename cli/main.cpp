#include "syntax/parse.h"
#include <fstream>
#include <iostream>
#include <sstream>
int main(int argc,char**argv){ using namespace isonomy; source::SourceMap m; source::Diagnostics d; std::size_t n=0;
 for(int i=1;i<argc;++i){ std::ifstream f(argv[i]); std::stringstream s; s<<f.rdbuf(); auto id=m.add(argv[i],s.str()); n+=syntax::parse_file(m,id,d).declarations.size(); }
 for(auto&x:d.sorted()){ auto p=m.place(x.span.file,x.span.begin); std::cout<<m[x.span.file].path<<":"<<p.line<<":"<<p.column<<" "<<source::to_text(x.code)<<" "<<x.message<<" | "<<x.help<<"\n"; }
 std::cout<<n<<"\n"; }
