// Those parts of Boost.Asio and Boost.Beast that are no templates (see cmake/HelmdeskDependencies.cmake).

#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
