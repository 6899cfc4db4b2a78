#pragma once

// Catch2 v2 (Debian 12) has one header, v3 has several; tests include this and work with both.
#ifdef ETIC_CATCH_V3
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#else
#include <catch2/catch.hpp>
#endif
